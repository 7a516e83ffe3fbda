package org.countinghouse.app.till;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;

/// The change to give back, as large as the page allows, and note by note.
public final class ReceiptView implements View {
    private final TillViewModel model;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Label title;

    @FXML
    private Label change;

    @FXML
    private Label currency;

    @FXML
    private VBox pieces;

    @FXML
    private Label sold;

    @FXML
    private Label kept;

    @FXML
    private Button print;

    public ReceiptView(TillViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        print.setOnAction(_ -> model.printLast());
        life = model.lastProperty().subscribe(this::show);
    }

    private void show(Optional<Receipt> receipt) {
        receipt.ifPresent(made -> {
            boolean none = made.change().isZero();
            title.setText(texts.text(none ? "till.change.none" : "till.change"));
            change.setText(Amounts.text(made.change()));
            currency.setText(made.change().currency().code());
            pieces.getChildren()
                    .setAll(made.pieces().counts().entrySet().stream()
                            .map(each -> piece(made.change().currency(), each.getKey(), each.getValue()))
                            .toList());
            sold.setText(texts.text("till.sale.done", Map.of("amount", Amounts.withCode(made.total()))));
            kept.setText(texts.text(
                    "shell.strip.kept", Map.of("sequence", made.entry().sequence())));
        });
    }

    private static Node piece(Currency currency, long worth, long count) {
        Money each = currency.of(worth);
        boolean note = currency.denomination(worth)
                .filter(denomination -> denomination.kind() == Kind.NOTE)
                .isPresent();
        var times = new Label(count + " \u00d7");
        times.getStyleClass().add("piece-count");
        var face = new Label(Amounts.text(each));
        face.getStyleClass().addAll("piece", note ? "note" : "coin");
        var row = new HBox(times, face);
        row.getStyleClass().add("piece-row");
        return row;
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
