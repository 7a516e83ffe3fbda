package org.countinghouse.app.device;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.device.DevicesViewModel.Panel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;

/// The chosen device, and what can be done about it.
public final class DeviceCardView implements View {
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Label name;

    @FXML
    private Label kind;

    @FXML
    private WrappedLabel address;

    @FXML
    private WrappedLabel state;

    @FXML
    private VBox actions;

    @FXML
    private Button test;

    @FXML
    private Button teach;

    @FXML
    private Button forget;

    @FXML
    private VBox confirm;

    @FXML
    private WrappedLabel question;

    @FXML
    private Button keep;

    @FXML
    private Button forgetNow;

    public DeviceCardView(Session session) {
        this.texts = session.texts();
    }

    void show(DevicesViewModel model) {
        test.setOnAction(_ -> model.test());
        teach.setOnAction(_ -> model.teach());
        forget.setOnAction(_ -> model.forget());
        keep.setOnAction(_ -> model.back());
        forgetNow.setOnAction(_ -> model.forgetNow());
        forgetNow.disableProperty().bind(model.pendingProperty());
        life = Subscription.combine(
                model.chosenProperty().subscribe(this::show),
                model.panelProperty().subscribe((_, now) -> {
                    present(actions, now != Panel.FORGET);
                    present(confirm, now == Panel.FORGET);
                }));
        present(confirm, false);
    }

    private void show(Optional<DeviceRow> chosen) {
        chosen.ifPresent(row -> {
            name.setText(row.name());
            kind.setText(texts.text(DeviceWords.kind(row.kind())));
            address.setText(row.address().toString());
            state.setText(row.state().in(texts));
            present(teach, DevicesViewModel.isTaught(row));
            present(forget, row.registered());
            question.setText(texts.text("device.forget.ask", Map.of("device", row.name())));
        });
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /// To the first thing that can be done.
    void enter() {
        Stream.of(test, teach, forget).filter(Node::isVisible).findFirst().ifPresent(Node::requestFocus);
    }

    /// Nothing happens by a key pressed too often.
    void ask() {
        keep.requestFocus();
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
