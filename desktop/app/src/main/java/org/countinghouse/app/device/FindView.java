package org.countinghouse.app.device;

import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.resources.Texts;

/// Looking for devices, and what was found.
public final class FindView implements View {
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private CheckBox machines;

    @FXML
    private Button ports;

    @FXML
    private TextField typed;

    @FXML
    private Button look;

    @FXML
    private NoticeBar progress;

    @FXML
    private VBox found;

    @FXML
    private Button cancel;

    @FXML
    private Button back;

    public FindView(Session session) {
        this.texts = session.texts();
    }

    void show(DevicesViewModel model) {
        var find = model.find();
        var looking = find.lookingProperty();
        machines.selectedProperty().bindBidirectional(find.machinesProperty());
        typed.textProperty().bindBidirectional(find.typedProperty());
        ports.disableProperty().bind(looking);
        look.disableProperty().bind(looking.or(find.typedProperty().isEmpty()));
        ports.setOnAction(_ -> find.lookAtPorts());
        look.setOnAction(_ -> find.lookAtTyped());
        typed.setOnAction(_ -> find.lookAtTyped());
        cancel.setOnAction(_ -> {
            find.cancel();
            ports.requestFocus();
        });
        back.setOnAction(_ -> model.back());
        InvalidationListener changed = _ -> found.getChildren()
                .setAll(find.found().stream().map(each -> row(each, model)).toList());
        find.found().addListener(changed);
        life = Subscription.combine(
                () -> find.found().removeListener(changed),
                looking.subscribe(now -> {
                    cancel.setVisible(now);
                    cancel.setManaged(now);
                    if (now) {
                        cancel.requestFocus();
                    } else {
                        found.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
                    }
                }),
                find.progressProperty().subscribe(told -> progress.show(told, texts)));
    }

    private Node row(FindViewModel.Found each, DevicesViewModel model) {
        var where =
                new WrappedLabel(each.cable() + (each.description().isEmpty() ? "" : " \u00b7 " + each.description()));
        where.getStyleClass().add("device-address");
        var box = new VBox(where, new WrappedLabel(each.words().in(texts)));
        box.getStyleClass().add("device-field");
        each.address().ifPresent(address -> {
            var take = new Button(texts.text("device.find.take"));
            take.setAccessibleText(texts.text("device.find.take.at", Map.of("address", address)));
            take.setOnAction(_ -> model.add(each));
            box.getChildren().add(take);
        });
        return box;
    }

    void enter() {
        ports.requestFocus();
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
