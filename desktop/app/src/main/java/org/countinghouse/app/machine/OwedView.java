package org.countinghouse.app.machine;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is owed, each with its ways to be answered for.
public final class OwedView implements View {
    private final OwedViewModel model;
    private final MachineWatch watch;
    private final MovementViewModel movement;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private VBox rows;

    @FXML
    private VBox offBox;

    @FXML
    private FlowPane reasons;

    @FXML
    private TextField note;

    @FXML
    private HBox offs;

    @FXML
    private WrappedLabel whoMay;

    public OwedView(OwedViewModel model, MachineWatch watch, MovementViewModel movement, Session session) {
        this.model = model;
        this.watch = watch;
        this.movement = movement;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        note.textProperty().bindBidirectional(model.noteProperty());
        present(offBox, model.mayWriteOff());
        present(whoMay, !model.mayWriteOff());
        life = Subscription.combine(
                watch.standingProperty().subscribe((before, now) -> {
                    if (!before.owed().equals(now.owed()) || !before.reasons().equals(now.reasons())) {
                        show();
                    }
                }),
                model.pendingProperty().subscribe(_ -> enable()),
                model.reasonProperty().subscribe(_ -> enable()),
                model.noteProperty().subscribe(_ -> enable()));
        show();
    }

    private void show() {
        rows.getChildren().setAll(model.owed().stream().map(this::row).toList());
        offs.getChildren().setAll(model.owed().stream().map(this::off).toList());
        reasons.getChildren().setAll(model.reasons().stream().map(this::reason).toList());
        present(reasons, !model.reasons().isEmpty());
        enable();
    }

    private Node row(Money owed) {
        var words = new WrappedLabel(MachineWords.owed(owed).in(texts));
        words.getStyleClass().add("machine-owed-words");
        var row = new VBox(words);
        row.getStyleClass().add("machine-owed-row");
        if (owed.isNegative()) {
            var ways = new HBox();
            ways.getStyleClass().add("machine-ways");
            if (model.mayPay()) {
                ways.getChildren().add(payFromTill(owed));
            }
            if (watch.standing().deals(owed.currency())) {
                ways.getChildren().add(payByMachine(owed));
            }
            row.getChildren().add(ways);
        }
        return row;
    }

    private Button payFromTill(Money owed) {
        var button = new Button(
                texts.text("machine.owed.fromTill", Map.of("amount", Amounts.text(owed.absolute()))),
                new FontIcon("mdi2c-cash-register"));
        button.setId("owed-till-" + owed.currency().code());
        button.setOnAction(_ -> model.payFromTill(owed));
        return button;
    }

    private Button payByMachine(Money owed) {
        var button = new Button(
                texts.text("machine.owed.byMachine", Map.of("amount", Amounts.text(owed.absolute()))),
                new FontIcon("mdi2c-cash-refund"));
        button.setId("owed-machine-" + owed.currency().code());
        button.setOnAction(_ -> {
            model.forget();
            movement.pay(owed.absolute());
        });
        return button;
    }

    private Button off(Money owed) {
        var button =
                new Button(texts.text("machine.owed.writeOff", Map.of("amount", Amounts.withCode(owed.absolute()))));
        button.setId("owed-off-" + owed.currency().code());
        button.setOnAction(_ -> model.writeOff(owed));
        return button;
    }

    private ToggleButton reason(Policy.Reason reason) {
        String key = "shift.reason." + reason.word();
        var button = new ToggleButton(texts.has(key) ? texts.text(key) : reason.word());
        button.setId("off-reason-" + reason.word());
        button.setSelected(model.reasonProperty().get().filter(reason::equals).isPresent());
        button.setOnAction(_ -> {
            model.reasonProperty().set(Optional.of(reason));
            reasons.getChildren().forEach(each -> ((ToggleButton) each).setSelected(each.equals(button)));
        });
        return button;
    }

    private void enable() {
        boolean waits = model.pendingProperty().get();
        rows.setDisable(waits);
        offs.setDisable(waits || !model.isReasoned());
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @Override
    public void leave() {
        life.unsubscribe();
        note.textProperty().unbindBidirectional(model.noteProperty());
    }
}
