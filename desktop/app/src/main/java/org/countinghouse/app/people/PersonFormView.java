package org.countinghouse.app.people;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.shell.NoticeBar;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.resources.Texts;

/// Somebody's name and role; the short name of somebody new too.
public final class PersonFormView implements View {
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;
    private PersonDraft draft = new PersonDraft();

    @FXML
    private Label title;

    @FXML
    private TextField name;

    @FXML
    private VBox shortBox;

    @FXML
    private TextField shortName;

    @FXML
    private NoticeBar problem;

    @FXML
    private FlowPane roles;

    @FXML
    private WrappedLabel roleHint;

    @FXML
    private Button cancel;

    @FXML
    private Button submit;

    public PersonFormView(Session session) {
        this.texts = session.texts();
    }

    void show(PeopleViewModel model) {
        draft = model.draft();
        name.textProperty().bindBidirectional(draft.nameProperty());
        shortName.textProperty().bindBidirectional(draft.shortNameProperty());
        submit.disableProperty().bind(draft.completeProperty().not().or(model.pendingProperty()));
        submit.setOnAction(_ -> model.submit());
        cancel.setOnAction(_ -> model.back());
        name.setOnAction(_ -> next());
        shortName.setOnAction(_ -> next());
        life = draft.shortNameProperty().subscribe(_ -> problem.show(draft.problem(), texts));
    }

    /// Enter goes on, where there is something to go on with.
    private void next() {
        if (!submit.isDisabled()) {
            submit.fire();
        }
    }

    void enter() {
        Optional<Person> known = draft.knownProperty().get();
        title.setText(known.map(person -> texts.text("people.form.change", Map.of("employee", person.name())))
                .orElseGet(() -> texts.text("people.add")));
        submit.setText(texts.text(known.isPresent() ? "people.form.save" : "people.form.toPin"));
        present(shortBox, known.isEmpty());
        showRoles();
        name.requestFocus();
        name.end();
    }

    private void showRoles() {
        var group = new ToggleGroup();
        roles.getChildren()
                .setAll(draft.roles().stream().map(each -> button(each, group)).toList());
        roleHint.setText(texts.text(draft.roles().size() > 1 ? "people.form.roles" : "people.form.ownRole"));
    }

    private ToggleButton button(Role role, ToggleGroup group) {
        var button = new ToggleButton(texts.text("signin.role." + role.word()));
        button.setId("role-" + role.word());
        button.setToggleGroup(group);
        button.setSelected(draft.roleProperty().get().equals(Optional.of(role)));
        button.setOnAction(_ -> {
            button.setSelected(true);
            draft.roleProperty().set(Optional.of(role));
        });
        return button;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
