package org.countinghouse.app.signin;

import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Keypad;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.PersonTile;
import org.countinghouse.app.shell.PinDots;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.ledger.people.Person;

/// The names at the left, the PIN pad at the right.
public final class SignInView implements View {
    private final SignInViewModel model;
    private final Session session;
    private final ToggleGroup choice = new ToggleGroup();

    @FXML
    private TextField employee;

    @FXML
    private TilePane people;

    @FXML
    private NoticeBar recovered;

    @FXML
    private VBox pad;

    @FXML
    private Label who;

    @FXML
    private PinDots dots;

    @FXML
    private Keypad keypad;

    @FXML
    private NoticeBar notice;

    @FXML
    private Button action;

    public SignInView(SignInViewModel model, Session session) {
        this.model = model;
        this.session = session;
    }

    @FXML
    private void initialize() {
        var texts = session.texts();
        keypad.forPin(texts.text("signin.backspace"), model::press, model::clear, pad);
        employee.setOnAction(_ -> {
            if (model.choose(employee.getText())) {
                pad.requestFocus();
            }
        });
        action.disableProperty().bind(model.readyProperty().not());
        action.setOnAction(_ -> model.enter());
        pad.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        pad.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        model.people().addListener((ListChangeListener<Person>) _ -> showPeople());
        showPeople();
        model.chosenProperty().subscribe(this::showChosen);
        model.digitsProperty()
                .subscribe(count -> dots.show(count.intValue(), texts.text("signin.digits", Map.of("count", count))));
        model.noticeProperty().subscribe(told -> notice.show(told, texts));
        model.recoveredProperty().subscribe(told -> recovered.show(told, texts));
    }

    private void showPeople() {
        people.getChildren().setAll(model.people().stream().map(this::tile).toList());
    }

    private PersonTile tile(Person person) {
        var tile = new PersonTile(person, session.texts());
        tile.setId("person-" + person.employee());
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
        who.setText(chosen.map(person -> session.texts().text("signin.welcome", Map.of("employee", person.name())))
                .orElseGet(() -> session.texts().text("signin.prompt")));
        keypad.setDisable(chosen.isEmpty());
        if (chosen.isEmpty()) {
            employee.clear();
        }
    }

    private void typed(KeyEvent event) {
        event.getCharacter().chars().forEach(key -> model.press((char) key));
        event.consume();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> model.enter();
            case ESCAPE -> {
                model.back();
                employee.requestFocus();
            }
            case DELETE -> model.clear();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public void enter(Destination where) {
        employee.requestFocus();
    }
}
