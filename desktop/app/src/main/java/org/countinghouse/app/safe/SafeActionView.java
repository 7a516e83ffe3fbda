package org.countinghouse.app.safe;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.safe.ActionViewModel.Step;
import org.countinghouse.app.safe.CashEntry.Page;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.DenominationPad;
import org.countinghouse.app.shell.Keypad;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Spoken;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is filled in for an action, then the sentence that will be written.
public final class SafeActionView implements View {
    private final Texts texts;
    private final PlaceWords places;
    private Subscription typing = Subscription.EMPTY;

    @FXML
    private StackPane root;

    @FXML
    private HBox entering;

    @FXML
    private FontIcon icon;

    @FXML
    private Label title;

    @FXML
    private SegmentedButton currencies;

    @FXML
    private SegmentedButton ways;

    @FXML
    private VBox byAmount;

    @FXML
    private VBox amountBox;

    @FXML
    private Label amount;

    @FXML
    private Keypad keypad;

    @FXML
    private VBox byPieces;

    @FXML
    private DenominationPad pad;

    @FXML
    private VBox totals;

    @FXML
    private VBox bagBox;

    @FXML
    private TextField bag;

    @FXML
    private VBox endsBox;

    @FXML
    private ComboBox<Account> from;

    @FXML
    private ComboBox<Account> to;

    @FXML
    private VBox machineBox;

    @FXML
    private ComboBox<TillId> machine;

    @FXML
    private VBox slipBox;

    @FXML
    private TextField slip;

    @FXML
    private VBox noteBox;

    @FXML
    private TextField note;

    @FXML
    private HBox returnedBox;

    @FXML
    private CheckBox returned;

    @FXML
    private HBox beginningBox;

    @FXML
    private CheckBox beginning;

    @FXML
    private NoticeBar notice;

    @FXML
    private Button cancel;

    @FXML
    private Button goOn;

    @FXML
    private VBox checking;

    @FXML
    private FontIcon checkIcon;

    @FXML
    private WrappedLabel sentence;

    @FXML
    private NoticeBar checkNotice;

    @FXML
    private Button back;

    @FXML
    private Button act;

    public SafeActionView(Session session) {
        this.texts = session.texts();
        this.places = new PlaceWords(texts);
    }

    void drive(ActionViewModel model) {
        var form = model.form();
        bag.textProperty().bindBidirectional(form.bagProperty());
        slip.textProperty().bindBidirectional(form.slipProperty());
        note.textProperty().bindBidirectional(form.noteProperty());
        returned.selectedProperty().bindBidirectional(form.returnedProperty());
        beginning.selectedProperty().bindBidirectional(form.beginningProperty());
        from.setConverter(new Spoken<>(places::title));
        to.setConverter(new Spoken<>(places::title));
        machine.setConverter(new Spoken<>(till -> places.title(Account.machine(till))));
        from.valueProperty().subscribe(chosen -> choose(chosen, form.fromProperty()::set));
        to.valueProperty().subscribe(chosen -> choose(chosen, form.toProperty()::set));
        machine.valueProperty()
                .subscribe(chosen -> choose(chosen, till -> {
                    form.machineProperty().set(till);
                    offerBeginning(model);
                }));
        driveCash(form.cash());
        cancel.setOnAction(_ -> model.back());
        back.setOnAction(_ -> model.back());
        goOn.setOnAction(_ -> model.goOn());
        act.setOnAction(_ -> model.act());
        Stream.of(cancel, back, act, goOn)
                .forEach(each -> each.disableProperty().bind(model.pendingProperty()));
        model.noticeProperty().subscribe(told -> {
            notice.show(told, texts);
            checkNotice.show(told, texts);
        });
        Stream.of(bag, slip, note).forEach(each -> each.setOnAction(_ -> advance(each)));
    }

    private static <T> void choose(T chosen, java.util.function.Consumer<T> told) {
        if (chosen != null) {
            told.accept(chosen);
        }
    }

    private void driveCash(CashEntry cash) {
        var codes = new ToggleGroup();
        for (Page page : cash.pages()) {
            var button = toggle(page.currency().code(), page.currency().code(), codes);
            button.setOnAction(_ -> {
                button.setSelected(true);
                cash.pageProperty().set(page);
                focusCash(cash);
            });
            currencies.getButtons().add(button);
        }
        currencies.setToggleGroup(codes);
        SafeView.show(currencies, cash.pages().size() > 1);
        var choice = new ToggleGroup();
        var sums = toggle("amount", texts.text("safe.by.amount"), choice);
        var pieces = toggle("pieces", texts.text("safe.by.pieces"), choice);
        sums.setOnAction(_ -> turn(cash, sums, false));
        pieces.setOnAction(_ -> turn(cash, pieces, true));
        ways.getButtons().addAll(sums, pieces);
        ways.setToggleGroup(choice);
        keypad.left(".", '.');
        keypad.backspace(texts.text("signin.backspace"));
        keypad.onKey(key -> cash.pageProperty().get().amount().press(key));
        amountBox.addEventHandler(KeyEvent.KEY_TYPED, event -> typed(event, cash));
        amountBox.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, cash));
        pad.onEnd(() -> nextCurrency(cash));
        cash.pageProperty().subscribe(page -> {
            codes.selectToggle(codes.getToggles().get(cash.pages().indexOf(page)));
            pad.show(List.of(page.sheet()), texts);
            showAmount(page);
        });
        cash.byPiecesProperty().subscribe(counting -> {
            choice.selectToggle(counting ? pieces : sums);
            SafeView.show(byPieces, counting);
            SafeView.show(byAmount, !counting);
            showTotals(cash);
        });
    }

    private static ToggleButton toggle(String id, String name, ToggleGroup group) {
        var button = new ToggleButton(name);
        button.setId("by-" + id);
        button.setToggleGroup(group);
        return button;
    }

    private void turn(CashEntry cash, ToggleButton button, boolean counting) {
        button.setSelected(true);
        cash.byPiecesProperty().set(counting);
        focusCash(cash);
    }

    private void showAmount(Page page) {
        typing.unsubscribe();
        typing = page.amount()
                .textProperty()
                .subscribe(typed -> amount.setText(
                        (typed.isEmpty() ? Amounts.text(page.currency().zero()) : typed) + " "
                                + page.currency().code()));
    }

    /// One large sum per currency, following every key.
    private void showTotals(CashEntry cash) {
        totals.getChildren().clear();
        for (Page page : cash.pages()) {
            var head = new Label(texts.text(
                    "count.total.currency", Map.of("currency", page.currency().code())));
            head.getStyleClass().add("hint");
            var sum = new Label();
            sum.getStyleClass().add("count-total");
            sum.textProperty().bind(page.sheet().totalProperty().map(Amounts::text));
            totals.getChildren().addAll(head, sum);
        }
        SafeView.show(totals, cash.byPiecesProperty().get());
    }

    /// The page is there before the focus goes to it.
    void show(ActionViewModel model, Step step) {
        SafeView.show(root, step != Step.CLOSED);
        SafeView.show(entering, step == Step.ENTERING);
        SafeView.show(checking, step == Step.CHECKING);
        switch (step) {
            case CLOSED -> {}
            case ENTERING -> showEntering(model, model.actionProperty().get());
            case CHECKING -> {
                sentence.setText(model.sentence());
                act.requestFocus();
            }
        }
    }

    private void showEntering(ActionViewModel model, SafeAction what) {
        icon.setIconLiteral(what.icon());
        checkIcon.setIconLiteral(what.icon());
        title.setText(texts.text(what.title()));
        act.setText(texts.text(what.action()));
        SafeView.show(bagBox, what.hasBag());
        SafeView.show(endsBox, what == SafeAction.SEND);
        SafeView.show(noteBox, what == SafeAction.SEND);
        SafeView.show(machineBox, what.hasMachine());
        SafeView.show(slipBox, what == SafeAction.DEPOSIT || what == SafeAction.CHANGE || what == SafeAction.RECEIVE);
        SafeView.show(returnedBox, what == SafeAction.RECEIVE);
        fill(from, model.ends(Verb.CHANGE_ORDER), model.form().fromProperty().get());
        fill(to, model.ends(Verb.BANK_DEPOSIT), model.form().toProperty().get());
        fill(machine, model.standing().tills(), model.form().machineProperty().get());
        offerBeginning(model);
        focusCash(model.form().cash());
    }

    private static <T> void fill(ComboBox<T> box, List<T> choices, T chosen) {
        box.getItems().setAll(choices);
        box.setValue(chosen);
    }

    private void offerBeginning(ActionViewModel model) {
        boolean offered = model.offersBeginning(model.actionProperty().get());
        SafeView.show(beginningBox, offered);
        if (!offered) {
            beginning.setSelected(false);
        }
    }

    private void focusCash(CashEntry cash) {
        if (cash.byPiecesProperty().get()) {
            pad.focusFirst();
        } else {
            amountBox.requestFocus();
        }
    }

    private static void typed(KeyEvent event, CashEntry cash) {
        if (!event.isControlDown() && !event.isAltDown()) {
            event.getCharacter()
                    .chars()
                    .filter(key -> key != AmountEntry.BACKSPACE)
                    .forEach(key -> cash.pageProperty().get().amount().press((char) key));
        }
    }

    private void pressed(KeyEvent event, CashEntry cash) {
        if (event.getCode() == KeyCode.BACK_SPACE) {
            cash.pageProperty().get().amount().press(AmountEntry.BACKSPACE);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            advance(amountBox);
            event.consume();
        }
    }

    /// After the last row of one currency comes the next, after the last of all what else is asked.
    private void nextCurrency(CashEntry cash) {
        int next = cash.pages().indexOf(cash.pageProperty().get()) + 1;
        if (next < cash.pages().size()) {
            cash.pageProperty().set(cash.pages().get(next));
            pad.focusFirst();
        } else {
            advance(amountBox);
        }
    }

    /// Enter leads on to the next field that is empty, and then to the button.
    private void advance(Node here) {
        List<TextInputControl> fields = List.of(bag, slip);
        fields.stream()
                .filter(field -> field != here
                        && field.getParent().isVisible()
                        && field.getText().isBlank())
                .findFirst()
                .<Node>map(field -> field)
                .orElse(goOn)
                .requestFocus();
    }
}
