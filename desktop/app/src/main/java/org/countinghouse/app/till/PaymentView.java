package org.countinghouse.app.till;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// How the customer pays: what is left, the means, the exact sum and the next notes.
public final class PaymentView implements View {
    private final TillViewModel model;
    private final Paying paying;
    private final Session session;
    private final Texts texts;
    private final ToggleGroup choice = new ToggleGroup();
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Label dueTitle;

    @FXML
    private Label due;

    @FXML
    private Label currency;

    @FXML
    private VBox others;

    @FXML
    private TilePane tenders;

    @FXML
    private Button exact;

    @FXML
    private TilePane sums;

    @FXML
    private Button back;

    @FXML
    private View machineController;

    public PaymentView(TillViewModel model, Session session) {
        this.model = model;
        this.paying = model.paying();
        this.session = session;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        choices().forEach(tenders.getChildren()::add);
        exact.setOnAction(_ -> model.exact());
        back.setOnAction(_ -> model.back());
        life = Subscription.combine(
                paying.looksProperty().subscribe(_ -> show()),
                model.pendingProperty().subscribe(waiting -> {
                    tenders.setDisable(waiting);
                    sums.setDisable(waiting);
                    exact.setDisable(waiting);
                    back.setDisable(waiting);
                }));
    }

    /// The buttons a customer's means of payment is chosen with. What pays in its own way has its button here too.
    private List<? extends ButtonBase> choices() {
        return Paying.tenders().stream().map(this::choice).toList();
    }

    private ToggleButton choice(Tender tender) {
        var button = new ToggleButton(texts.text("till.tender." + tender.word()), new FontIcon(icon(tender)));
        button.setId("tender-" + tender.word());
        button.getStyleClass().addAll("tender");
        button.setToggleGroup(choice);
        button.setUserData(tender);
        button.setAccessibleHelp(String.valueOf(TillViewModel.NEXT_TENDER));
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> {
            choice.selectToggle(button);
            model.tenderProperty().set(tender);
        });
        return button;
    }

    private static String icon(Tender tender) {
        return switch (tender) {
            case CASH -> "mdi2c-cash";
            case CARD -> "mdi2c-credit-card-outline";
            case MOBILE_MONEY -> "mdi2c-cellphone";
            case VOUCHER -> "mdi2t-ticket-percent-outline";
            case CASH_MACHINE, MACHINE_DEPOSIT -> "mdi2c-cash-register";
        };
    }

    private void show() {
        Tender chosen = paying.tenderProperty().get();
        choice.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == chosen)
                .findFirst()
                .ifPresent(choice::selectToggle);
        paying.payment().map(Payment::due).ifPresent(now -> {
            dueTitle.setText(texts.text(now.tendered().isEmpty() ? "till.due" : "till.left"));
            due.setText(Amounts.text(chosen == Tender.CASH ? now.left(now.own()) : now.left()));
            currency.setText(now.own().code());
            others.getChildren()
                    .setAll(session.shop().currencies().stream()
                            .filter(each -> !each.equals(now.own()) && now.takes(each))
                            .map(each -> other(now.left(each)))
                            .toList());
            showSums();
        });
    }

    private static Label other(Money left) {
        var label = new Label(Amounts.withCode(left));
        label.setId("left-" + left.currency().code());
        label.getStyleClass().add("due-other");
        return label;
    }

    private void showSums() {
        paying.exact()
                .filter(Money::isPositive)
                .ifPresent(left -> exact.setText(texts.text("till.tender.exact") + "  " + amount(left)));
        sums.getChildren().setAll(paying.nextSums().stream().map(this::sum).toList());
    }

    /// In the sale's own currency nobody asks which.
    private String amount(Money sum) {
        return paying.payment().filter(now -> now.own().equals(sum.currency())).isPresent()
                ? Amounts.text(sum)
                : Amounts.withCode(sum);
    }

    private Button sum(Money next) {
        var parts =
                paying.changeAfter(Paying.handed(next)).map(ChangePlan::parts).orElse(List.of());
        var face = new Label(amount(next));
        face.getStyleClass().add("next-sum-face");
        var below = new Label(
                parts.stream().map(part -> amount(part.amount())).collect(Collectors.joining(" + ")),
                new FontIcon("mdi2a-arrow-u-left-top"));
        below.getStyleClass().add("tile-below");
        var button = new Button("", new VBox(face, below));
        button.setId("give-" + next.minorUnits());
        button.getStyleClass().add("next-sum");
        button.setAccessibleText(Amounts.withCode(next) + ". "
                + texts.text("till.change.give", Map.of("amount", PayingWords.sums(parts))));
        button.setFocusTraversable(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.handOver(next));
        return button;
    }

    @Override
    public void leave() {
        life.unsubscribe();
        machineController.leave();
    }
}
