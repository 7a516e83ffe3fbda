package org.countinghouse.app.machine;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.countinghouse.app.machine.Movement.Phase;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// Cash on its way: the running total as large as the page allows, what is still to come, and the way out.
public final class MovementView implements View {
    private final MovementViewModel model;
    private final Texts texts;
    private Slowly slowly = new Slowly(new HBox());
    private Subscription life = Subscription.EMPTY;

    @FXML
    private FontIcon icon;

    @FXML
    private Label title;

    @FXML
    private Label amount;

    @FXML
    private Label currency;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label target;

    @FXML
    private Label left;

    @FXML
    private WrappedLabel hint;

    @FXML
    private HBox working;

    @FXML
    private Label workingWords;

    @FXML
    private Button cancelDeposit;

    @FXML
    private Button keep;

    public MovementView(MovementViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        slowly = new Slowly(working);
        cancelDeposit.setOnAction(_ -> model.cancel());
        keep.setOnAction(_ -> goOn());
        life = model.movementProperty().subscribe(this::show);
    }

    private void show(Optional<Movement> movement) {
        slowly.show(movement.filter(Movement::isWaiting).isPresent());
        movement.ifPresent(this::show);
    }

    private void show(Movement now) {
        boolean pays = now.purpose() == Purpose.PAY;
        icon.setIconLiteral(pays ? "mdi2c-cash-refund" : "mdi2c-cash-plus");
        title.setText(texts.text(MachineWords.title(now)));
        Money shown = pays ? now.target().orElse(now.moved()) : now.moved();
        amount.setText(Amounts.text(shown));
        currency.setText(shown.currency().code());
        workingWords.setText(MachineWords.going(now).in(texts));
        hint.setText(texts.text(
                switch (now.purpose()) {
                    case PAY, COLLECT -> "machine.hint.pay";
                    case TAKE -> "machine.hint.take";
                    case FILL -> "machine.hint.fill";
                }));
        showTarget(now, pays);
        boolean open = now.phase() == Phase.TAKING;
        present(cancelDeposit, now.isDeposit());
        present(keep, now.isDeposit());
        cancelDeposit.setDisable(!open);
        keep.setDisable(!open || now.moved().isZero());
        keep.setText(texts.text(
                now.purpose() == Purpose.FILL ? "machine.fill.end" : "machine.keep",
                Map.of("amount", Amounts.text(now.moved()))));
    }

    private void showTarget(Movement now, boolean pays) {
        boolean told = !pays && now.target().isPresent();
        present(progress, told);
        present(target, told);
        present(left, told);
        if (told) {
            Money wanted = now.target().orElseThrow();
            long part = Math.min(now.moved().minorUnits(), wanted.minorUnits());
            progress.setProgress((double) part / wanted.minorUnits());
            target.setText(texts.text("machine.of", Map.of("amount", Amounts.withCode(wanted))));
            left.setText(texts.text(
                    "machine.left", Map.of("amount", Amounts.text(now.left().orElseThrow()))));
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /// Enough was put in.
    void goOn() {
        if (!keep.isDisabled()) {
            model.keep();
        }
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
