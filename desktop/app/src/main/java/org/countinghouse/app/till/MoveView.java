package org.countinghouse.app.till;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Destination.Move.Kind;
import org.countinghouse.app.shell.Keypad;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Shop.Reason;
import org.countinghouse.app.shell.Times;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The dialog of a move: amount, reason, and the button that does it.
public final class MoveView implements View {
    private final MoveViewModel model;
    private final Session session;
    private final Runnable close;
    private final Texts texts;

    @FXML
    private HBox root;

    @FXML
    private FontIcon icon;

    @FXML
    private Label title;

    @FXML
    private SegmentedButton currencies;

    @FXML
    private VBox receiptBox;

    @FXML
    private TextField receipt;

    @FXML
    private Label found;

    @FXML
    private VBox amountBox;

    @FXML
    private Label amountTitle;

    @FXML
    private Label amount;

    @FXML
    private SegmentedButton tenders;

    @FXML
    private VBox reasonBox;

    @FXML
    private Label reasonTitle;

    @FXML
    private FlowPane reasons;

    @FXML
    private VBox bagBox;

    @FXML
    private TextField bag;

    @FXML
    private VBox noteBox;

    @FXML
    private TextField note;

    @FXML
    private NoticeBar notice;

    @FXML
    private Button cancel;

    @FXML
    private Button action;

    @FXML
    private Keypad keypad;

    public MoveView(MoveViewModel model, Session session, Runnable close) {
        this.model = model;
        this.session = session;
        this.close = close;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        keypad.left(".", '.');
        keypad.backspace(texts.text("signin.backspace"));
        keypad.onKey(key -> model.entry().press(key));
        amount.textProperty()
                .bind(model.entry()
                        .textProperty()
                        .map(typed -> typed.isEmpty()
                                ? Amounts.text(model.entry().currency().zero())
                                : typed)
                        .map(typed -> typed + " " + model.entry().currency().code()));
        note.textProperty().bindBidirectional(model.noteProperty());
        bag.textProperty().bindBidirectional(model.bagProperty());
        receipt.setOnAction(_ -> model.findSale(receipt.getText().strip()));
        model.saleProperty().subscribe(this::showSale);
        session.shop().currencies().forEach(this::addCurrency);
        model.tenders().forEach(this::addTender);
        action.disableProperty().bind(model.completeProperty().not());
        action.setOnAction(_ -> model.act());
        cancel.setOnAction(_ -> close.run());
        model.noticeProperty().subscribe(told -> notice.show(told, texts));
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void addCurrency(Currency currency) {
        var button = new ToggleButton(currency.code());
        button.setSelected(currency.equals(model.entry().currency()));
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.use(currency);
            amountBox.requestFocus();
        });
        currencies.getButtons().add(button);
    }

    private void addTender(Tender tender) {
        var button = new ToggleButton(texts.text("till.tender." + tender.word()));
        button.setId("tender-" + tender.word());
        button.setSelected(tender == model.tenderProperty().get());
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.tenderProperty().set(tender);
        });
        tenders.getButtons().add(button);
    }

    @Override
    public void enter(Destination where) {
        if (where instanceof Destination.Move(var kind)) {
            model.begin(kind);
            show(kind);
        }
    }

    private void show(Kind kind) {
        var words = MoveWords.of(kind);
        icon.setIconLiteral(words.icon());
        title.setText(texts.text(words.title()));
        action.setText(texts.text(words.action()));
        boolean hasAmount = MoveViewModel.hasAmount(kind);
        show(amountBox, hasAmount);
        show(keypad, hasAmount);
        show(currencies, hasAmount && session.shop().currencies().size() > 1);
        show(receiptBox, kind == Kind.REFUND);
        show(tenders, kind == Kind.REFUND);
        show(bagBox, kind == Kind.SAFE_DROP);
        show(noteBox, kind != Kind.SAFE_DROP);
        if (hasAmount) {
            amountTitle.setText(texts.text(words.amount()));
        }
        var choices = model.reasons(kind);
        show(reasonBox, !choices.isEmpty());
        if (!choices.isEmpty()) {
            reasonTitle.setText(texts.text(words.reason()));
            showReasons(choices);
        }
        if (!hasAmount) {
            root.setMaxHeight(Region.USE_PREF_SIZE);
        }
        focusFirst(kind);
    }

    private void showReasons(List<Reason> choices) {
        var group = new ToggleGroup();
        for (Reason reason : choices) {
            var button = new ToggleButton(reason.name(session.language()));
            button.setId("reason-" + reason.word());
            button.getStyleClass().add("reason");
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                group.selectToggle(button);
                model.reasonProperty().set(Optional.of(reason));
                if (model.completeProperty().get()) {
                    action.requestFocus();
                }
            });
            reasons.getChildren().add(button);
        }
    }

    private void focusFirst(Kind kind) {
        if (kind == Kind.REFUND) {
            receipt.requestFocus();
        } else if (MoveViewModel.hasAmount(kind)) {
            amountBox.requestFocus();
        } else {
            reasons.getChildren().getFirst().requestFocus();
        }
    }

    private void showSale(Optional<Entry> sale) {
        found.setText(sale.map(entry -> entry.fact() instanceof SaleMade made
                        ? texts.text(
                                "till.refund.sale",
                                Map.of(
                                        "sequence",
                                        entry.sequence(),
                                        "time",
                                        Times.time(
                                                entry.recordedAt(),
                                                session.shop().zone()),
                                        "amount",
                                        Amounts.withCode(made.total())))
                        : "")
                .orElse(""));
        sale.ifPresent(_ -> amountBox.requestFocus());
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void typed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isControlDown() || event.isAltDown()) {
            return;
        }
        event.getCharacter().chars().forEach(key -> {
            if (key != AmountEntry.BACKSPACE) {
                model.entry().press((char) key);
            }
        });
    }

    private void pressed(KeyEvent event) {
        boolean inAmount = event.getTarget() == amountBox;
        if (inAmount && event.getCode() == KeyCode.BACK_SPACE) {
            model.entry().press(AmountEntry.BACKSPACE);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && (inAmount || event.getTarget() instanceof TextInputControl)) {
            advance();
            event.consume();
        }
    }

    /// Enter leads on to what is still missing, and then to the button.
    private void advance() {
        if (model.completeProperty().get()) {
            action.requestFocus();
        } else if (model.entry().isEmpty() && amountBox.isVisible()) {
            amountBox.requestFocus();
        } else if (bagBox.isVisible()) {
            bag.requestFocus();
        } else if (!reasons.getChildren().isEmpty()) {
            reasons.getChildren().getFirst().requestFocus();
        }
    }
}
