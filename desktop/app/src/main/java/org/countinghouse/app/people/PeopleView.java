package org.countinghouse.app.people;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.people.PeopleViewModel.Panel;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.SheetTable;
import org.countinghouse.app.shell.View;
import org.countinghouse.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/// The people as a list, with what is done about the chosen one beside it; or the roles as a table.
public final class PeopleView implements View {
    private final PeopleViewModel model;
    private final Texts texts;
    private final ToggleGroup look = new ToggleGroup();
    private Subscription life = Subscription.EMPTY;
    private TableView<Member> rows = new TableView<>();

    @FXML
    private Parent root;

    @FXML
    private SegmentedButton looks;

    @FXML
    private Button add;

    @FXML
    private NoticeBar notice;

    @FXML
    private HBox list;

    @FXML
    private StackPane table;

    @FXML
    private StackPane roles;

    @FXML
    private Node nobody;

    @FXML
    private Node card;

    @FXML
    private Node form;

    @FXML
    private Node pin;

    @FXML
    private Node rights;

    @FXML
    private PersonCardView cardController;

    @FXML
    private PersonFormView formController;

    @FXML
    private PinPadView pinController;

    @FXML
    private RightsView rightsController;

    public PeopleView(PeopleViewModel model, Session session) {
        this.model = model;
        this.texts = session.texts();
    }

    @FXML
    private void initialize() {
        var sheet = new SheetTable<>(model.sheet(), texts, texts.text("people.title"), texts.text("people.nobody"));
        rows = sheet.table();
        rows.setId("people-table");
        table.getChildren().setAll(sheet);
        roles.getChildren().setAll(new RolesTable(texts));
        var people = look("looks-people", "mdi2a-account-group-outline", "people.title");
        var whoMay = look("looks-roles", "mdi2s-shield-account-outline", "people.roles.title");
        people.setToggleGroup(look);
        whoMay.setToggleGroup(look);
        looks.setToggleGroup(look);
        looks.getButtons().setAll(people, whoMay);
        look.selectToggle(people);
        present(roles, false);
        look.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                look.selectToggle(before);
            } else {
                present(list, now == people);
                present(roles, now == whoMay);
            }
        });
        add.setOnAction(_ -> {
            look.selectToggle(people);
            model.add();
        });
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressedInList);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        cardController.show(model);
        formController.show(model);
        pinController.show(model.typing(), model::back);
        rightsController.show(model);
        life = Subscription.combine(
                rows.getSelectionModel().selectedItemProperty().subscribe(this::chosenInList),
                model.chosenProperty().subscribe(this::showChosen),
                model.sayProperty()
                        .subscribe(may -> present(add, may.filter(Say::mayAdd).isPresent())),
                model.panelProperty().subscribe((_, now) -> showPanel(now)),
                model.noticeProperty().subscribe(told -> notice.show(told, texts)));
        showPanel(model.panelProperty().get());
    }

    private ToggleButton look(String id, String icon, String key) {
        var button = new ToggleButton(texts.text(key), new FontIcon(icon));
        button.setId(id);
        return button;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void chosenInList(Member member) {
        if (member != null) {
            model.choose(member);
        }
    }

    private void showChosen(Optional<Member> chosen) {
        var selection = rows.getSelectionModel();
        chosen.filter(member -> !member.equals(selection.getSelectedItem())).ifPresent(member -> {
            selection.clearSelection();
            selection.select(member);
        });
    }

    private void showPanel(Panel panel) {
        present(nobody, panel == Panel.NOBODY);
        present(card, panel == Panel.CARD || panel == Panel.TAKE_OUT);
        present(form, panel == Panel.FORM);
        present(pin, panel == Panel.PIN);
        present(rights, panel == Panel.RIGHTS);
        switch (panel) {
            case NOBODY, CARD -> rows.requestFocus();
            case FORM -> formController.enter();
            case PIN -> {
                pinController.title(model.whosePin());
                pinController.enter();
            }
            case TAKE_OUT -> cardController.ask();
            case RIGHTS -> rightsController.enter();
        }
    }

    private void pressedInList(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && model.chosenProperty().get().isPresent()) {
            cardController.enter();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.back();
            rows.requestFocus();
            event.consume();
        }
    }

    @Override
    public void enter(Destination where) {
        rows.requestFocus();
        if (where instanceof Destination.OfficeAt(Destination.Chosen.OfPerson(String employee))) {
            model.choose(employee);
        }
    }

    @Override
    public void leave() {
        life.unsubscribe();
        cardController.leave();
        formController.leave();
        pinController.leave();
        rightsController.leave();
        model.close();
    }
}
