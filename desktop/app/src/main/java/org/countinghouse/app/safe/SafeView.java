package org.countinghouse.app.safe;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.safe.ActionViewModel.Done;
import org.countinghouse.app.safe.ActionViewModel.Step;
import org.countinghouse.app.safe.BackRoom.Bag;
import org.countinghouse.app.safe.SafeViewModel.Card;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.ChartTwin;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.OverShortLabel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// Balances, bags and what can be done; an action or the float plan stands over them while it is open.
public final class SafeView implements View {
    private final SafeViewModel model;
    private final Session session;
    private final Texts texts;
    private final PieceChart bars;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private StackPane root;

    @FXML
    private VBox overview;

    @FXML
    private SegmentedButton currencies;

    @FXML
    private NoticeBar notice;

    @FXML
    private NoticeBar written;

    @FXML
    private FlowPane overShort;

    @FXML
    private TilePane actions;

    @FXML
    private Node blind;

    @FXML
    private FlowPane cards;

    @FXML
    private VBox bags;

    @FXML
    private HBox bagsHead;

    @FXML
    private StackPane chart;

    @FXML
    private SafeActionView actionController;

    @FXML
    private FloatPlanView planController;

    public SafeView(SafeViewModel model, Session session) {
        this.model = model;
        this.session = session;
        this.texts = session.texts();
        this.bars = new PieceChart(new PlaceWords(texts));
    }

    @FXML
    private void initialize() {
        actionController.drive(model.action());
        planController.drive(model.plan());
        model.actions()
                .forEach(
                        each -> addAction(each.word(), texts.text(each.title()), each.icon(), () -> model.begin(each)));
        if (model.plansFloats()) {
            addAction(
                    "plan",
                    texts.text("safe.plan.title"),
                    "mdi2s-scale-balance",
                    () -> model.plan().begin());
        }
        addBags();
        show(blind, !model.readsBalances());
        show(cards, model.readsBalances());
        show(chart, model.readsBalances());
        if (model.readsBalances()) {
            addChart();
        }
        show(currencies, model.readsBalances() && session.shop().currencies().size() > 1);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        life = Subscription.combine(
                model.standingProperty().subscribe(_ -> showStanding()),
                model.currencyProperty().subscribe(_ -> bars.show(model.onHand())),
                model.lastProperty().subscribe(this::showLast),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)),
                model.action().stepProperty().subscribe(_ -> showOpen()),
                model.plan().openProperty().subscribe(_ -> showOpen()));
    }

    private void addAction(String word, String name, String icon, Runnable begin) {
        var button = new Button(name, new FontIcon(icon));
        button.setId("safe-" + word);
        button.setOnAction(_ -> begin.run());
        actions.getChildren().add(button);
    }

    private void addBags() {
        var table = new SheetTable<>(model.bags(), texts, texts.text("safe.bags"), texts.text("safe.bags.none"));
        VBox.setVgrow(table, Priority.ALWAYS);
        bags.getChildren().add(table);
        if (model.actions().contains(SafeAction.RECEIVE)) {
            var receive = new Button(texts.text("safe.bags.receive"), new FontIcon(SafeAction.RECEIVE.icon()));
            receive.setId("receiveChosen");
            var chosen = table.table().getSelectionModel().selectedItemProperty();
            receive.disableProperty().bind(chosen.isNull());
            receive.setOnAction(_ -> Optional.<Bag>ofNullable(chosen.get()).ifPresent(model::receive));
            bagsHead.getChildren().add(receive);
        }
    }

    private void addChart() {
        String name = texts.text("safe.onHand");
        var table = new SheetTable<>(model.pieces(), texts, name, texts.text("safe.onHand.none"));
        chart.getChildren().setAll(new ChartTwin(name, bars, table, texts));
        var group = new ToggleGroup();
        for (Currency currency : session.shop().currencies()) {
            var button = new ToggleButton(currency.code());
            button.setId("onHand-" + currency.code());
            button.setSelected(currency.equals(model.currencyProperty().get()));
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.currencyProperty().set(currency);
            });
            currencies.getButtons().add(button);
        }
        currencies.setToggleGroup(group);
    }

    private void showStanding() {
        cards.getChildren().setAll(model.cards().stream().map(SafeView::box).toList());
        bars.show(model.onHand());
    }

    private static Node box(Card card) {
        var title = new HBox(new FontIcon(card.icon()), new Label(card.title()));
        title.getStyleClass().add("safe-head");
        var box = new VBox(title);
        for (Money money : card.cash()) {
            var amount = new Label(Amounts.withCode(money));
            amount.getStyleClass().add("safe-card-cash");
            box.getChildren().add(amount);
        }
        if (!card.known().isEmpty()) {
            var known = new WrappedLabel(card.known());
            known.getStyleClass().add("hint");
            box.getChildren().add(known);
        }
        box.getStyleClass().addAll("card-box", "safe-card");
        return box;
    }

    private void showLast(Optional<Done> last) {
        written.show(last.map(Done::notice), texts);
        List<Money> differences = last.map(Done::overShort).orElse(List.of());
        overShort
                .getChildren()
                .setAll(differences.stream()
                        .map(each -> new OverShortLabel(each, texts))
                        .toList());
        show(overShort, !differences.isEmpty());
    }

    private void showOpen() {
        boolean acting = model.action().stepProperty().get() != Step.CLOSED;
        boolean planning = model.plan().openProperty().get();
        show(overview, !acting && !planning);
        actionController.show(model.action(), model.action().stepProperty().get());
        planController.show(planning && !acting);
        if (!acting && !planning) {
            focusFirst();
        }
    }

    private void focusFirst() {
        actions.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        if (model.action().stepProperty().get() != Step.CLOSED) {
            model.action().back();
            event.consume();
        } else if (model.plan().openProperty().get()) {
            model.plan().back();
            event.consume();
        }
    }

    static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public void enter(Destination where) {
        focusFirst();
    }

    @Override
    public void leave() {
        life.unsubscribe();
        model.close();
    }
}
