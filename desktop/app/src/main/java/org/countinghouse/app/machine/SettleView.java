package org.countinghouse.app.machine;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Keypad;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.resources.Texts;

/// The machine stopped and cannot tell: what happened, what is safe, what to do next, and at last what was counted.
public final class SettleView implements View {
    private final SettleViewModel model;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private WrappedLabel what;

    @FXML
    private WrappedLabel safe;

    @FXML
    private WrappedLabel words;

    @FXML
    private VBox steps;

    @FXML
    private Button askAgain;

    @FXML
    private VBox counting;

    @FXML
    private Label countedTitle;

    @FXML
    private Label counted;

    @FXML
    private NoticeBar consequence;

    @FXML
    private Keypad keypad;

    @FXML
    private Button settle;

    @FXML
    private VBox whoMay;

    @FXML
    private WrappedLabel whoMayWords;

    public SettleView(SettleViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        keypad.left(".", '.');
        keypad.backspace(texts.text("signin.backspace"));
        keypad.onKey(model.entry()::press);
        askAgain.setOnAction(_ -> model.askAgain());
        settle.setOnAction(_ -> model.settle());
        life = Subscription.combine(
                model.doubtProperty().subscribe(this::show),
                model.entry().textProperty().subscribe(_ -> showTyped()),
                model.pendingProperty().subscribe(_ -> showTyped()));
    }

    private void show(Optional<Doubt> doubt) {
        doubt.ifPresent(this::show);
        showTyped();
    }

    private void show(Doubt now) {
        what.setText(MachineWords.happened(now).in(texts));
        safe.setText(texts.text(
                now.atLeast().isZero() ? "machine.settle.safe-none" : "machine.settle.safe",
                Map.of("amount", Amounts.withCode(now.atLeast()))));
        words.setText(texts.text("machine.settle.says", Map.of("words", now.words())));
        present(words, !now.words().isBlank());
        String kind = now.purpose() == Purpose.PAY ? "pay" : "take";
        steps.getChildren()
                .setAll(
                        step(1, texts.text("machine.settle.step.clear")),
                        step(2, texts.text("machine.settle.step.ask")),
                        step(3, texts.text("machine.settle.step.count-" + kind)),
                        step(4, texts.text("machine.settle.step.write")));
        countedTitle.setText(texts.text("machine.settle.counted-" + kind));
        boolean typing = model.maySettle() && now.canBeSettled();
        present(counting, typing);
        present(whoMay, !typing);
        whoMayWords.setText(texts.text(now.here() ? "machine.settle.whoMay" : "machine.settle.notHere"));
        askAgain.setVisible(now.here());
    }

    private static HBox step(int number, String text) {
        var circle = new Label(String.valueOf(number));
        circle.getStyleClass().add("machine-step-number");
        var label = new WrappedLabel(text);
        HBox.setHgrow(label, Priority.ALWAYS);
        var row = new HBox(circle, label);
        row.getStyleClass().add("machine-step");
        return row;
    }

    private void showTyped() {
        String typed = model.entry().text();
        var currency = model.entry().currency();
        counted.setText((typed.isEmpty() ? Amounts.text(currency.zero()) : typed) + " " + currency.code());
        boolean waits = model.pendingProperty().get();
        consequence.show(model.consequence(), texts);
        settle.setDisable(waits || model.entry().amount().isEmpty());
        askAgain.setDisable(waits);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    void goOn() {
        if (counting.isVisible() && !settle.isDisabled()) {
            model.settle();
        }
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
