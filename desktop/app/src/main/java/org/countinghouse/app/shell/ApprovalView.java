package org.countinghouse.app.shell;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.resources.Texts;

/// What is to be approved and by whom at the left, the PIN pad at the right; over everything else.
public final class ApprovalView implements View {
    private final ApprovalViewModel model;
    private final Session session;
    private final ToggleGroup choice = new ToggleGroup();
    private Subscription life = Subscription.EMPTY;
    private Optional<Node> before = Optional.empty();

    @FXML
    private Parent root;

    @FXML
    private VBox pad;

    @FXML
    private Label matter;

    @FXML
    private Label amount;

    @FXML
    private WrappedLabel who;

    @FXML
    private TilePane people;

    @FXML
    private PinDots dots;

    @FXML
    private Keypad keypad;

    @FXML
    private NoticeBar notice;

    @FXML
    private Button giveUp;

    @FXML
    private Button approve;

    public ApprovalView(ApprovalViewModel model, Session session) {
        this.model = model;
        this.session = session;
    }

    @FXML
    private void initialize() {
        Texts texts = session.texts();
        keypad.forPin(texts.text("signin.backspace"), model::press, model::clear, pad);
        giveUp.setOnAction(_ -> model.giveUp());
        approve.disableProperty().bind(model.readyProperty().not());
        approve.setOnAction(_ -> model.approve());
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        life = Subscription.combine(
                model.questionProperty().subscribe(asked -> show(asked, texts)),
                model.chosenProperty().subscribe(this::showChosen),
                model.digitsProperty()
                        .subscribe(count ->
                                dots.show(count.intValue(), texts.text("signin.digits", Map.of("count", count)))),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
    }

    private void show(Optional<ApprovalViewModel.Question> question, Texts texts) {
        root.setVisible(question.isPresent());
        if (question.isEmpty()) {
            before.ifPresent(Node::requestFocus);
            before = Optional.empty();
            return;
        }
        var asked = question.get();
        before = Optional.ofNullable(root.getScene().getFocusOwner());
        matter.setText(texts.text("signin.approve.matter." + asked.matter().word()));
        amount.setText(asked.amount().map(Amounts::withCode).orElse(""));
        amount.setVisible(asked.amount().isPresent());
        amount.setManaged(asked.amount().isPresent());
        who.setText(texts.text("signin.approve.who", Map.of("employee", asked.who())));
        people.getChildren()
                .setAll(asked.people().stream().map(each -> tile(each, texts)).toList());
        showChosen(model.chosenProperty().get());
        pad.requestFocus();
    }

    private PersonTile tile(Person person, Texts texts) {
        var tile = new PersonTile(person, texts);
        tile.setId("approver-" + person.employee());
        tile.setToggleGroup(choice);
        tile.setOnAction(_ -> {
            model.choose(person);
            pad.requestFocus();
        });
        return tile;
    }

    private void showChosen(Optional<Person> chosen) {
        choice.getToggles().stream()
                .filter(toggle -> chosen.filter(toggle.getUserData()::equals).isPresent())
                .findFirst()
                .ifPresentOrElse(choice::selectToggle, () -> choice.selectToggle(null));
        keypad.setDisable(chosen.isEmpty());
    }

    /// Told of every question that comes, and that it is gone.
    void whenAsked(Consumer<Boolean> told) {
        life = Subscription.combine(life, model.questionProperty().subscribe(asked -> told.accept(asked.isPresent())));
    }

    private void typed(KeyEvent event) {
        event.getCharacter().chars().forEach(key -> model.press((char) key));
        event.consume();
    }

    /// Nothing gets through to what lies behind.
    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                if (giveUp.isFocused()) {
                    model.giveUp();
                } else {
                    model.approve();
                }
            }
            case ESCAPE -> model.giveUp();
            case DELETE -> model.clear();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public void leave() {
        model.giveUp();
        life.unsubscribe();
    }
}
