package org.countinghouse.app.sync;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.app.sync.CloudViewModel.Standing;
import org.countinghouse.app.sync.CloudViewModel.Value;
import org.countinghouse.resources.Texts;

/// How the copy in the cloud does, in words and figures.
public final class CloudView implements View {
    private static final Duration LOOK_AGAIN = Duration.seconds(2);

    private final CloudViewModel model;
    private final Texts texts;
    private final Timeline looking;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Button send;

    @FXML
    private NoticeBar told;

    @FXML
    private VBox state;

    @FXML
    private GridPane facts;

    public CloudView(CloudViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
        looking = new Timeline(new KeyFrame(LOOK_AGAIN, _ -> model.refresh()));
        looking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        send.setOnAction(_ -> model.sendNow());
        life = Subscription.combine(
                model.standingProperty().subscribe(this::show),
                model.toldProperty().subscribe(now -> told.show(now, texts)),
                model.canSendProperty().subscribe(can -> {
                    send.setVisible(can);
                    send.setManaged(can);
                    if (can) {
                        send.requestFocus();
                    }
                }));
        looking.play();
    }

    private void show(Optional<Standing> now) {
        now.ifPresent(standing -> {
            state.getChildren().setAll(bar(standing.headline()));
            standing.next().forEach(each -> state.getChildren().add(bar(each)));
            facts.getChildren().clear();
            List<CloudViewModel.Fact> all = standing.facts();
            for (int row = 0; row < all.size(); row++) {
                var name = new Label(texts.text(all.get(row).name()));
                name.getStyleClass().add("hint");
                facts.addRow(row, name, new WrappedLabel(words(all.get(row).value())));
            }
            facts.setVisible(!all.isEmpty());
            facts.setManaged(!all.isEmpty());
        });
    }

    private String words(Value value) {
        return switch (value) {
            case Value.Plain(var text) -> text;
            case Value.Told(var notice) -> notice.in(texts);
        };
    }

    private Node bar(Notice notice) {
        var bar = new NoticeBar();
        bar.show(Optional.of(notice), texts);
        return bar;
    }

    @Override
    public void enter(Destination where) {
        send.requestFocus();
    }

    @Override
    public void leave() {
        looking.stop();
        life.unsubscribe();
    }
}
