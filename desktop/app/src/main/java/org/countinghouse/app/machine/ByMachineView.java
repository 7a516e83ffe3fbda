package org.countinghouse.app.machine;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;

/// The machine's part of a payment: it takes what is left. What lies in it as a customer's is used first.
public final class ByMachineView implements View {
    private final MachineWatch watch;
    private final MovementViewModel model;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private HBox root;

    @FXML
    private Button byMachine;

    @FXML
    private Button useDeposit;

    public ByMachineView(MachineWatch watch, MovementViewModel model, Session session) {
        this.watch = watch;
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        byMachine.setOnAction(_ -> model.deposit());
        useDeposit.setOnAction(_ -> model.useDeposit());
        life = Subscription.combine(
                watch.standingProperty().subscribe(_ -> show()),
                model.movementProperty().subscribe(_ -> show()),
                model.payment().dueProperty().subscribe(_ -> show()));
    }

    private void show() {
        var due = model.payment().dueProperty().getValue();
        Optional<Money> there = due.map(model::unclaimed).filter(Money::isPositive);
        boolean takes = model.isDue() && there.isEmpty();
        present(byMachine, takes);
        byMachine.setDisable(model.movementProperty().get().isPresent());
        due.ifPresent(now ->
                byMachine.setText(texts.text("machine.pay.take", Map.of("amount", Amounts.text(now.left())))));
        present(useDeposit, there.isPresent());
        there.ifPresent(
                amount -> useDeposit.setText(texts.text("machine.pay.use", Map.of("amount", Amounts.text(amount)))));
        present(root, takes || there.isPresent());
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
