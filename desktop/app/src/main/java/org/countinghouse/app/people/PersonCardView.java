package org.countinghouse.app.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.countinghouse.app.people.PeopleViewModel.Panel;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.View;
import org.countinghouse.app.shell.WrappedLabel;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.resources.Texts;

/// The chosen person, with what whoever is signed in may do about them; the rest is absent.
public final class PersonCardView implements View {
    private final Texts texts;
    private Subscription life = Subscription.EMPTY;

    @FXML
    private Label name;

    @FXML
    private WrappedLabel role;

    @FXML
    private WrappedLabel state;

    @FXML
    private WrappedLabel why;

    @FXML
    private VBox actions;

    @FXML
    private Button unlock;

    @FXML
    private Button change;

    @FXML
    private Button givePin;

    @FXML
    private Button rights;

    @FXML
    private Button takeBack;

    @FXML
    private Button takeOut;

    @FXML
    private VBox confirm;

    @FXML
    private WrappedLabel question;

    @FXML
    private Button keep;

    @FXML
    private Button takeOutNow;

    public PersonCardView(Session session) {
        this.texts = session.texts();
    }

    void show(PeopleViewModel model) {
        unlock.setOnAction(_ -> model.unlock());
        change.setOnAction(_ -> model.change());
        givePin.setOnAction(_ -> model.givePin());
        rights.setOnAction(_ -> model.rights());
        takeBack.setOnAction(_ -> model.takeBack());
        takeOut.setOnAction(_ -> model.takeOut());
        keep.setOnAction(_ -> model.back());
        takeOutNow.setOnAction(_ -> model.confirmTakeOut());
        life = Subscription.combine(
                model.chosenProperty()
                        .subscribe(chosen -> show(chosen, model.sayProperty().get())),
                model.sayProperty().subscribe(say -> show(model.chosenProperty().get(), say)),
                model.panelProperty().subscribe(panel -> {
                    present(actions, panel != Panel.TAKE_OUT);
                    present(confirm, panel == Panel.TAKE_OUT);
                }));
    }

    private void show(Optional<Member> chosen, Optional<Say> say) {
        chosen.ifPresent(member -> say.ifPresent(may -> show(member, may)));
    }

    private void show(Member member, Say may) {
        Person person = member.person();
        Optional<Node> focused = focused();
        name.setText(person.name());
        role.setText(texts.text(
                "people.card", Map.of("role", texts.text(PeopleViewModel.role(person)), "short", person.employee())));
        state.setText(PeopleViewModel.state(member).in(texts));
        why.setText(may.reason(person).map(texts::text).orElse(""));
        present(why, may.reason(person).isPresent());
        present(unlock, may.mayUnlock(person));
        present(change, may.mayChange(person));
        present(givePin, may.mayGivePin(person));
        present(rights, !person.left());
        rights.setText(texts.text(may.mayPermit(person) ? "people.rights" : "people.rights.see"));
        present(takeBack, may.mayTakeBack(person));
        present(takeOut, may.mayTakeOut(person));
        question.setText(texts.text("people.takeOut.ask", Map.of("employee", person.name())));
        focused.filter(button -> !button.isVisible()).ifPresent(_ -> enter());
    }

    /// The button that was pressed may be gone by what it did; the focus is not.
    private Optional<Node> focused() {
        return Optional.ofNullable(actions.getScene())
                .map(Scene::getFocusOwner)
                .filter(node -> actions.equals(node.getParent()));
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /// To the first thing that can be done.
    void enter() {
        List.of(unlock, change, givePin, rights, takeBack, takeOut).stream()
                .filter(Node::isVisible)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /// Nothing happens by a key pressed too often.
    void ask() {
        keep.requestFocus();
    }

    @Override
    public void leave() {
        life.unsubscribe();
    }
}
