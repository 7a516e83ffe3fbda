package org.countinghouse.app.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.SegmentedButton;
import org.countinghouse.app.people.PeopleViewModel.Panel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.resources.Texts;

/// What the chosen person may do, and why. Where whoever is signed in can change it, it has two buttons; else it is
/// only said.
public final class RightsView implements View {
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Label title;

    @FXML
    private WrappedLabel explained;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox rows;

    @FXML
    private Button back;

    public RightsView(Session session) {
        this.texts = session.texts();
    }

    void show(PeopleViewModel model) {
        back.setOnAction(_ -> model.back());
        life = Subscription.combine(
                model.chosenProperty().subscribe(_ -> showRights(model)),
                model.sayProperty().subscribe(_ -> showRights(model)),
                model.panelProperty().subscribe(_ -> showRights(model)));
    }

    private void showRights(PeopleViewModel model) {
        if (model.panelProperty().get() != Panel.RIGHTS) {
            rows.getChildren().clear();
            return;
        }
        model.chosenProperty().get().map(Member::person).ifPresent(person -> {
            Optional<String> focused = focused();
            title.setText(texts.text("people.rights.of", Map.of("employee", person.name())));
            explained.setText(explanation(model, person));
            var shown = new ArrayList<Node>();
            for (VerbGroup group : VerbGroup.values()) {
                var heading = new Label(texts.text(group.key()));
                heading.getStyleClass().add("rights-group");
                shown.add(heading);
                model.rights(group).forEach(right -> shown.add(row(model, person, right)));
            }
            rows.getChildren().setAll(shown);
            rows.applyCss();
            focused.map(id -> rows.lookup("#" + id)).ifPresent(Node::requestFocus);
        });
    }

    private String explanation(PeopleViewModel model, Person person) {
        return model.sayProperty()
                .get()
                .filter(may -> !may.mayPermit(person))
                .map(may -> may.reason(person).map(texts::text).orElseGet(() -> texts.text("people.rights.readOnly")))
                .orElseGet(() -> texts.text("people.rights.explained"));
    }

    private Optional<String> focused() {
        return Optional.ofNullable(rows.getScene())
                .map(scene -> scene.getFocusOwner())
                .map(Node::getId)
                .filter(id -> id.startsWith("right-"));
    }

    private Node row(PeopleViewModel model, Person person, Right right) {
        String what = texts.text(VerbGroup.key(right.verb()));
        var why = new WrappedLabel(texts.text(right.key(), Map.of("role", texts.text(PeopleViewModel.role(person)))));
        why.getStyleClass().add("hint");
        var words = new VBox(new WrappedLabel(what), why);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, right.changeable() ? choice(model, right, what) : said(right));
        row.getStyleClass().add("right");
        return row;
    }

    private Label said(Right right) {
        return new Label(texts.text(right.may() ? "people.right.may" : "people.right.mayNot"));
    }

    private Node choice(PeopleViewModel model, Right right, String what) {
        return new SegmentedButton(List.of(button(model, right, what, true), button(model, right, what, false))
                .toArray(new ToggleButton[0]));
    }

    private ToggleButton button(PeopleViewModel model, Right right, String what, boolean allowed) {
        var button = new ToggleButton(texts.text(allowed ? "people.right.may" : "people.right.mayNot"));
        button.setId("right-" + right.verb().word() + (allowed ? "-may" : "-may-not"));
        button.setAccessibleText(what + ": " + button.getText());
        button.setSelected(right.may() == allowed);
        button.setOnAction(_ -> {
            // What is shown is what is written down: the button turns once it is.
            showRights(model);
            model.set(right.verb(), allowed);
        });
        return button;
    }

    void enter() {
        var first = rows.lookup(".toggle-button");
        (first == null ? back : first).requestFocus();
        scroll.setVvalue(0);
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
