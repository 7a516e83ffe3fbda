package org.countinghouse.app.till;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// How the customer pays: the means, the exact sum, the next notes, and what was given so far.
public final class PaymentView implements View {
    private final TillViewModel model;
    private final Texts texts;
    private final ToggleGroup choice = new ToggleGroup();
    private final InvalidationListener changed = _ -> showGiven();
    private Optional<Payment> shown = Optional.empty();
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Label dueTitle;

    @FXML
    private Label due;

    @FXML
    private Label currency;

    @FXML
    private TilePane tenders;

    @FXML
    private Button exact;

    @FXML
    private TilePane sums;

    @FXML
    private VBox given;

    @FXML
    private Button back;

    @FXML
    private View machineController;

    public PaymentView(TillViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        addTender(Tender.CASH, "mdi2c-cash");
        addTender(Tender.CARD, "mdi2c-credit-card-outline");
        addTender(Tender.MOBILE_MONEY, "mdi2c-cellphone");
        addTender(Tender.VOUCHER, "mdi2t-ticket-percent-outline");
        exact.setOnAction(_ -> model.exact());
        back.setOnAction(_ -> model.back());
        life = Subscription.combine(
                model.paymentProperty().subscribe(this::show),
                model.tenderProperty().subscribe(this::showTender),
                model.pendingProperty().subscribe(waiting -> {
                    tenders.setDisable(waiting);
                    sums.setDisable(waiting);
                    exact.setDisable(waiting);
                    back.setDisable(waiting);
                }));
    }

    private void addTender(Tender tender, String icon) {
        var button = new ToggleButton(texts.text("till.tender." + tender.word()), new FontIcon(icon));
        button.setId("tender-" + tender.word());
        button.getStyleClass().addAll("tender");
        button.setToggleGroup(choice);
        button.setUserData(tender);
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> {
            choice.selectToggle(button);
            model.tenderProperty().set(tender);
        });
        tenders.getChildren().add(button);
    }

    private void show(Optional<Payment> payment) {
        shown.ifPresent(before -> before.tendered().removeListener(changed));
        shown = payment;
        shown.ifPresent(now -> {
            now.tendered().addListener(changed);
            showGiven();
        });
    }

    private void showTender(Tender tender) {
        choice.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == tender)
                .findFirst()
                .ifPresent(choice::selectToggle);
        showSums();
    }

    private void showGiven() {
        shown.ifPresent(now -> {
            Money left = now.left();
            boolean part = !now.tendered().isEmpty();
            dueTitle.setText(texts.text(part ? "till.left" : "till.due"));
            due.setText(Amounts.text(left.isNegative() ? left.currency().zero() : left));
            currency.setText(left.currency().code());
            given.getChildren().setAll(now.tendered().stream().map(this::row).toList());
            showSums();
        });
    }

    private void showSums() {
        sums.getChildren().clear();
        shown.map(Payment::left).filter(Money::isPositive).ifPresent(left -> {
            exact.setText(texts.text("till.tender.exact") + "  " + Amounts.text(left));
            if (model.tenderProperty().get() == Tender.CASH) {
                for (Money next : Change.nextSums(left)) {
                    sums.getChildren().add(sum(next));
                }
            }
        });
    }

    private Button sum(Money next) {
        var button = new Button(Amounts.text(next));
        button.setId("give-" + next.minorUnits());
        button.getStyleClass().add("next-sum");
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.handOver(next));
        return button;
    }

    private Node row(Tendered tendered) {
        var name = new Label(texts.text("till.tender." + tendered.tender().word()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var sum = new Label(Amounts.text(tendered.amount()));
        sum.getStyleClass().add("line-total");
        var off = new Button("", new FontIcon("mdi2c-close"));
        off.getStyleClass().add("line-off");
        off.setAccessibleText(texts.text("till.line.remove"));
        off.setFocusTraversable(false);
        off.setOnAction(_ -> model.takeBack(tendered));
        var row = new HBox(off, name, sum);
        row.getStyleClass().add("line");
        return row;
    }

    @Override
    public void leave() {
        life.unsubscribe();
        machineController.leave();
        shown.ifPresent(before -> before.tendered().removeListener(changed));
    }
}
