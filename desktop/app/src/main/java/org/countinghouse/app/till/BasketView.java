package org.countinghouse.app.till;

import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is about to be sold, and what the last customer got.
public final class BasketView implements View {
    private final TillViewModel model;
    private final Session session;
    private final Texts texts;
    private final InvalidationListener changed = _ -> showLines();
    private Subscription life = Subscription.EMPTY;

    @FXML
    private VBox lines;

    @FXML
    private Node empty;

    @FXML
    private Button clear;

    @FXML
    private Label total;

    @FXML
    private Label currency;

    @FXML
    private HBox last;

    @FXML
    private Label lastSale;

    @FXML
    private Button print;

    public BasketView(TillViewModel model, Session session) {
        this.model = model;
        this.session = session;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        model.basket().lines().addListener(changed);
        showLines();
        clear.setOnAction(_ -> model.clear());
        print.setOnAction(_ -> model.printLast());
        life = Subscription.combine(
                model.dueProperty().subscribe(this::showTotal),
                model.lastProperty().subscribe(this::showLast));
    }

    private void showTotal(Money due) {
        total.setText(Amounts.text(due));
        currency.setText(due.currency().code());
    }

    private void showLines() {
        lines.getChildren()
                .setAll(model.basket().lines().stream().map(this::row).toList());
        empty.setVisible(model.basket().isEmpty());
        clear.setVisible(!model.basket().isEmpty());
    }

    private Node row(SaleLine line) {
        var name = new Label(name(line));
        name.getStyleClass().add("line-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var quantity = new Label(line.quantity() + " \u00d7 " + Amounts.text(line.unitPrice()));
        quantity.getStyleClass().add("hint");
        var words = new VBox(name, quantity);
        HBox.setHgrow(words, Priority.ALWAYS);
        var sum = new Label(Amounts.text(line.total()));
        sum.getStyleClass().add("line-total");
        var off = new Button("", new FontIcon("mdi2m-minus"));
        off.getStyleClass().add("line-off");
        off.setAccessibleText(texts.text("till.line.remove"));
        off.setOnAction(_ -> model.takeOff(line));
        var row = new HBox(off, words, sum);
        row.getStyleClass().add("line");
        return row;
    }

    private String name(SaleLine line) {
        return session.catalogue()
                .find(line.item())
                .map(each -> each.item().name(session.language()))
                .orElseGet(() -> texts.text("till.line.open"));
    }

    private void showLast(Optional<Receipt> receipt) {
        last.setVisible(receipt.isPresent());
        last.setManaged(receipt.isPresent());
        lastSale.setText(receipt.map(each -> texts.text(
                        "till.sale.last", Map.of("amount", Amounts.text(each.total()), "change", change(each))))
                .orElse(""));
    }

    private static String change(Receipt receipt) {
        return receipt.back().stream().allMatch(part -> part.amount().equals(receipt.change()))
                ? Amounts.text(receipt.change())
                : PayingWords.sums(receipt.back());
    }

    @Override
    public void leave() {
        model.basket().lines().removeListener(changed);
        life.unsubscribe();
    }
}
