package org.countinghouse.app.till;

import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.app.shell.Keypad;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.till.TillViewModel.Step;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The till: items and moves at the left, the sale in the middle, the amount and the keys at the right.
public final class TillView implements View {
    private static final int COLUMNS = 3;

    private final TillViewModel model;
    private final Session session;
    private final Consumer<Destination> go;
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private HBox root;

    @FXML
    private TilePane items;

    @FXML
    private Node itemsScroll;

    @FXML
    private Node given;

    @FXML
    private TilePane moves;

    @FXML
    private Node basket;

    @FXML
    private Node payment;

    @FXML
    private Node receipt;

    @FXML
    private View basketController;

    @FXML
    private View paymentController;

    @FXML
    private View receiptController;

    @FXML
    private View givenController;

    @FXML
    private View machineController;

    @FXML
    private SegmentedButton currencies;

    @FXML
    private HBox currencyRow;

    @FXML
    private Label currencyKey;

    @FXML
    private Label amountTitle;

    @FXML
    private Label amount;

    @FXML
    private NoticeBar notice;

    @FXML
    private Keypad keypad;

    @FXML
    private Button action;

    public TillView(TillViewModel model, Session session, Consumer<Destination> go) {
        this.model = model;
        this.session = session;
        this.go = go;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        keypad.left(".", '.');
        keypad.backspace(texts.text("signin.backspace"));
        keypad.onKey(key -> keep(() -> model.press(key)));
        session.shop().currencies().forEach(this::addCurrency);
        boolean several = session.shop().currencies().size() > 1;
        currencyRow.setVisible(several);
        currencyRow.setManaged(several);
        addMoves();
        Tile.columns(items, COLUMNS);
        Tile.columns(moves, COLUMNS);
        action.setOnAction(_ -> keep(model::enter));
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        life = Subscription.combine(
                model.currencyProperty().subscribe(this::showItems),
                session.catalogueProperty().subscribe((_, _) -> showNewItems()),
                model.stepProperty().subscribe(this::showStep),
                model.paying().looksProperty().subscribe(_ -> showCurrencies()),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
        amount.textProperty()
                .bind(Bindings.createStringBinding(
                        this::amountText,
                        model.entry().textProperty(),
                        model.quantityProperty(),
                        model.stepProperty(),
                        model.dueProperty(),
                        model.currencyProperty(),
                        model.paying().currencyProperty()));
        action.textProperty()
                .bind(Bindings.createStringBinding(this::actionText, model.stepProperty(), model.dueProperty()));
        action.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.pendingProperty().get()
                                || model.stepProperty().get() == Step.RINGING
                                        && !model.dueProperty().getValue().isPositive(),
                        model.pendingProperty(),
                        model.stepProperty(),
                        model.dueProperty()));
    }

    private void addCurrency(Currency currency) {
        var button = new ToggleButton(currency.code());
        button.setId("sale-in-" + currency.code());
        button.setUserData(currency);
        button.setOnAction(_ -> keep(() -> {
            model.use(currency);
            showCurrencies();
        }));
        currencies.getButtons().add(button);
    }

    /// The currency of the sale; while somebody pays, the one of the cash given.
    private void showCurrencies() {
        boolean paying = model.stepProperty().get() == Step.PAYING;
        var offered = model.paying().offered();
        var chosen = paying
                ? model.paying().currencyProperty().get()
                : model.currencyProperty().get();
        currencies.getButtons().forEach(each -> {
            each.setSelected(chosen.equals(each.getUserData()));
            each.setDisable(paying && offered.stream().noneMatch(currency -> currency.equals(each.getUserData())));
        });
        currencyKey.setVisible(paying && offered.size() > 1);
        if (paying) {
            amountTitle.setText(texts.text("till.given.in", Map.of("currency", chosen.code())));
        }
    }

    private void showItems(Currency currency) {
        items.getChildren().clear();
        for (Shop.Item item : session.catalogue().onSale()) {
            item.price(currency).ifPresent(price -> items.getChildren().add(tile(item, Amounts.text(price))));
        }
    }

    /// A price was set while this page is shown: a tile that had the focus is gone.
    private void showNewItems() {
        boolean focused = items.getChildren().stream().anyMatch(Node::isFocused);
        showItems(model.currencyProperty().get());
        if (focused) {
            root.requestFocus();
        }
    }

    private Tile tile(Shop.Item item, String price) {
        var tile = new Tile(item.name(session.language()), price);
        tile.setId("item-" + item.item());
        tile.getStyleClass().add("item");
        tile.setOnAction(_ -> keep(() -> model.add(item)));
        return tile;
    }

    private void addMoves() {
        addMove(Kind.PAID_IN, "F5");
        addMove(Kind.PAID_OUT, "F6");
        addMove(Kind.SAFE_DROP, "F7");
        addMove(Kind.NO_SALE, "F8");
        addMove(Kind.REFUND, "F9");
        addMove(Kind.FLOAT_LOAN, "");
    }

    private void addMove(Kind kind, String key) {
        var words = MoveWords.of(kind);
        var tile = new Tile(texts.text(words.title()), key, new FontIcon(words.icon()));
        tile.setId("move-" + kind);
        tile.getStyleClass().add("move");
        tile.setAccessibleHelp(key);
        tile.setOnAction(_ -> go.accept(new Destination.Move(kind)));
        moves.getChildren().add(tile);
    }

    /// Does it and gives the focus back to the page, so that the keyboard goes on working.
    private void keep(Runnable act) {
        root.requestFocus();
        act.run();
    }

    private void showStep(Step step) {
        basket.setVisible(step == Step.RINGING);
        payment.setVisible(step == Step.PAYING);
        receipt.setVisible(step == Step.PAID);
        itemsScroll.setVisible(step != Step.PAYING);
        given.setVisible(step == Step.PAYING);
        amountTitle.setText(texts.text(
                switch (step) {
                    case RINGING -> "till.amount";
                    case PAYING -> "till.given";
                    case PAID -> "till.amount";
                }));
        showCurrencies();
    }

    private String amountText() {
        String typed = model.entry().text();
        String times =
                model.quantityProperty().get() > 1 ? model.quantityProperty().get() + " \u00d7 " : "";
        return times + (typed.isEmpty() ? Amounts.text(model.entry().currency().zero()) : typed);
    }

    private String actionText() {
        return switch (model.stepProperty().get()) {
            case RINGING -> texts.text("till.pay");
            case PAYING -> texts.text("till.sale.finish");
            case PAID -> texts.text("till.sale.next");
        };
    }

    private void typed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown()) {
            return;
        }
        event.getCharacter().chars().filter(key -> key > ' ').forEach(key -> model.press((char) key));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof ButtonBase)) {
            model.enter();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            keep(model::back);
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            model.press(AmountEntry.BACKSPACE);
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public void enter(Destination where) {
        root.requestFocus();
    }

    @Override
    public void leave() {
        life.unsubscribe();
        basketController.leave();
        paymentController.leave();
        receiptController.leave();
        givenController.leave();
        machineController.leave();
    }
}
