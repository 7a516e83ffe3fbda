package org.countinghouse.app.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.device.setup.Phrase;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// A self-test as it goes: each step with what was seen and what to do next, and the questions to whoever stands there.
public final class TrialView implements View {
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private WrappedLabel whose;

    @FXML
    private VBox lines;

    @FXML
    private WrappedLabel working;

    @FXML
    private VBox asked;

    @FXML
    private WrappedLabel question;

    @FXML
    private Button yes;

    @FXML
    private Button no;

    @FXML
    private NoticeBar verdict;

    @FXML
    private Button stop;

    @FXML
    private Button again;

    @FXML
    private Button back;

    public TrialView(Session session) {
        this.texts = session.texts();
    }

    void show(DevicesViewModel model) {
        var trial = model.trial();
        yes.setOnAction(_ -> trial.answer(true));
        no.setOnAction(_ -> trial.answer(false));
        stop.setOnAction(_ -> trial.stop());
        again.setOnAction(_ -> model.test());
        back.setOnAction(_ -> model.back());
        InvalidationListener changed = _ ->
                lines.getChildren().setAll(trial.lines().stream().map(this::row).toList());
        trial.lines().addListener(changed);
        life = Subscription.combine(
                () -> trial.lines().removeListener(changed),
                model.chosenProperty()
                        .subscribe(row -> whose.setText(row.map(each -> each.name() + " \u00b7 " + each.address())
                                .orElse(""))),
                trial.questionProperty().subscribe(this::ask),
                trial.verdictProperty().subscribe(told -> verdict.show(told, texts)),
                trial.runningProperty().subscribe(this::showRunning));
    }

    private void ask(Optional<Phrase> now) {
        present(asked, now.isPresent());
        present(working, now.isEmpty() && stop.isVisible());
        now.ifPresent(phrase -> {
            question.setText(DeviceWords.in(texts, phrase));
            yes.requestFocus();
        });
    }

    private void showRunning(boolean now) {
        present(stop, now);
        present(working, now);
        present(again, !now);
        present(back, !now);
        (now ? stop : back).requestFocus();
    }

    private Node row(TrialViewModel.Line line) {
        var outcome = line.step().outcome();
        var icon = new FontIcon(
                switch (outcome) {
                    case PASSED -> "mdi2c-check-circle-outline";
                    case FAILED -> "mdi2c-close-circle-outline";
                    case SKIPPED -> "mdi2m-minus-circle-outline";
                });
        icon.getStyleClass().add("step-" + outcome.name().toLowerCase(Locale.ROOT));
        var words = new VBox(new WrappedLabel(texts.text(DeviceWords.kind(line.kind())) + " \u00b7 "
                + texts.text(TrialViewModel.outcome(outcome)) + ": "
                + DeviceWords.in(texts, line.step().seen())));
        line.step().next().ifPresent(next -> {
            var todo = new WrappedLabel(DeviceWords.in(texts, next));
            todo.getStyleClass().add("hint");
            words.getChildren().add(todo);
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox();
        row.getStyleClass().add("device-row");
        row.getChildren().addAll(List.of(icon, words));
        return row;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
