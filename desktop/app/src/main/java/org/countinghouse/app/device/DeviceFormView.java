package org.countinghouse.app.device;

import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.device.DeviceHealth.Kind;
import org.countinghouse.resources.Texts;

/// A device to be registered: its kind, its address with an example, its name.
public final class DeviceFormView implements View {
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private Subscription life = Subscription.EMPTY;

    @FXML
    private FlowPane kinds;

    @FXML
    private TextField address;

    @FXML
    private WrappedLabel example;

    @FXML
    private NoticeBar problem;

    @FXML
    private TextField deviceName;

    @FXML
    private NoticeBar nameProblem;

    @FXML
    private Button cancel;

    @FXML
    private Button register;

    public DeviceFormView(Session session) {
        this.texts = session.texts();
    }

    void show(DevicesViewModel model) {
        var form = model.form();
        for (Kind kind : Kind.values()) {
            kinds.getChildren().add(button(kind, form));
        }
        address.textProperty().bindBidirectional(form.addressProperty());
        deviceName.textProperty().bindBidirectional(form.nameProperty());
        register.disableProperty().bind(form.complete().not().or(model.pendingProperty()));
        register.setOnAction(_ -> model.register());
        cancel.setOnAction(_ -> model.back());
        address.setOnAction(_ -> deviceName.requestFocus());
        deviceName.setOnAction(_ -> next());
        life = Subscription.combine(
                form.kindProperty().subscribe(this::showKind),
                form.problemProperty().subscribe(told -> problem.show(told, texts)),
                form.nameProblemProperty().subscribe(told -> nameProblem.show(told, texts)));
    }

    /// Enter goes on: to the address as long as that is not right.
    private void next() {
        if (register.isDisabled()) {
            address.requestFocus();
        } else {
            register.fire();
        }
    }

    private ToggleButton button(Kind kind, DeviceForm form) {
        var button = new ToggleButton(texts.text(DeviceWords.kind(kind)));
        button.setId("kind-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setToggleGroup(group);
        button.setUserData(kind);
        button.setOnAction(_ -> {
            button.setSelected(true);
            form.kindProperty().set(kind);
        });
        return button;
    }

    private void showKind(Kind kind) {
        group.getToggles().forEach(each -> each.setSelected(each.getUserData() == kind));
        example.setText(texts.text("device.form.example", Map.of("address", DeviceForm.example(kind))));
    }

    void enter() {
        (address.getText().isEmpty() ? address : deviceName).requestFocus();
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
