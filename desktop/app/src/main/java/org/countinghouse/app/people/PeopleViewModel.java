package org.countinghouse.app.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.people.ShopPeople.Outcome;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Sheet;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.resources.Texts;

/// Who works here, and what the one who is signed in may decide about them.
public final class PeopleViewModel {
    /// What stands beside the list.
    enum Panel {
        NOBODY,
        CARD,
        FORM,
        PIN,
        TAKE_OUT,
        RIGHTS
    }

    private final Session session;
    private final ShopPeople task;
    private final Background background;
    private final Sheet<Member> sheet;
    private final PersonDraft draft = new PersonDraft();
    private final PinTyping typing = new PinTyping();
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.NOBODY);
    private final ReadOnlyObjectWrapper<Optional<Member>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Say>> say = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final Map<Command, Order> attempts = new HashMap<>();
    private final Runnable watch;
    private List<Member> members = List.of();
    private Optional<String> shown = Optional.empty();
    private long looks;

    public PeopleViewModel(Session session, ShopPeople task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        Texts texts = session.texts();
        this.sheet = new Sheet<>(List.of(
                Column.words(
                        "name",
                        texts.text("people.name"),
                        member -> member.person().name()),
                Column.words(
                        "short",
                        texts.text("people.short"),
                        member -> member.person().employee()),
                Column.words("role", texts.text("people.role"), member -> texts.text(role(member.person()))),
                Column.words(
                        "state",
                        texts.text("people.state"),
                        member -> texts.text(member.state().key()))));
        watch = task.watch(_ -> background.show(this::refresh));
        refresh();
    }

    /// The text that names a person's role.
    static String role(Person person) {
        return "signin.role." + person.role().word();
    }

    /// How it stands with somebody, in a sentence.
    static Notice state(Member member) {
        return new Notice(
                Tone.INFO,
                member.state().sentenceKey(),
                Map.of("count", member.person().wrongPins()));
    }

    Sheet<Member> sheet() {
        return sheet;
    }

    PersonDraft draft() {
        return draft;
    }

    PinTyping typing() {
        return typing;
    }

    ReadOnlyObjectProperty<Panel> panelProperty() {
        return panel.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Member>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// What may be decided; nothing before the books were asked.
    ReadOnlyObjectProperty<Optional<Say>> sayProperty() {
        return say.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// What the chosen person may do.
    List<Right> rights(VerbGroup group) {
        return chosen.get().stream()
                .map(Member::person)
                .flatMap(person -> group.verbs().stream().map(verb -> Right.of(person, verb, maySet(person, verb))))
                .toList();
    }

    private boolean maySet(Person person, Verb verb) {
        return say.get().filter(each -> each.maySet(person, verb)).isPresent();
    }

    private void refresh() {
        long look = ++looks;
        background.run(
                task::members,
                now -> {
                    if (look == looks) {
                        show(now);
                    }
                },
                this::tell);
    }

    private void show(List<Member> now) {
        members = now;
        say.set(session.person()
                .flatMap(self -> now.stream()
                        .map(Member::person)
                        .filter(person -> person.employee().equals(self.employee()))
                        .findFirst()
                        .map(actor -> new Say(actor, people()))));
        sheet.setAll(now);
        chosen.set(shown.flatMap(this::member));
        if (panel.get() == Panel.NOBODY && chosen.get().isPresent()) {
            turn(Panel.CARD);
        }
    }

    private Optional<Member> member(String employee) {
        return members.stream()
                .filter(member -> member.person().employee().equals(employee))
                .findFirst();
    }

    private List<Person> people() {
        return members.stream().map(Member::person).toList();
    }

    /// Chooses somebody, as soon as it is known who works here.
    void choose(String employee) {
        member(employee).ifPresentOrElse(this::choose, () -> shown = Optional.of(employee));
    }

    void choose(Member member) {
        boolean another = !shown.equals(Optional.of(member.person().employee()));
        if (!pending.get() && another) {
            shown = Optional.of(member.person().employee());
            chosen.set(Optional.of(member));
            turn(Panel.CARD);
        }
    }

    /// Back to what was before, without doing anything.
    void back() {
        if (!pending.get()) {
            boolean newcomer = panel.get() == Panel.PIN && isAdding();
            turn(newcomer ? Panel.FORM : chosen.get().isPresent() ? Panel.CARD : Panel.NOBODY);
        }
    }

    /// Shows another panel: what was begun on the last one is given up.
    private void turn(Panel to) {
        typing.forget();
        attempts.clear();
        notice.set(Optional.empty());
        panel.set(to);
    }

    private boolean isAdding() {
        return draft.knownProperty().get().isEmpty();
    }

    void add() {
        say.get().filter(Say::mayAdd).ifPresent(may -> {
            draft.begin(people(), may.roles());
            turn(Panel.FORM);
        });
    }

    void change() {
        decide(Say::mayChange, (may, person) -> {
            draft.begin(people(), may.rolesFor(person), person);
            turn(Panel.FORM);
        });
    }

    /// The form is filled in: somebody new types their PIN then.
    void submit() {
        if (!draft.completeProperty().get() || pending.get()) {
            return;
        }
        PersonAdded person = draft.person();
        if (isAdding()) {
            turn(Panel.PIN);
            typing.begin(pin -> added(person, pin));
        } else {
            order(new Command.AddPerson(person), told("people.saved", person.name()), Panel.CARD);
        }
    }

    private void added(PersonAdded person, char[] pin) {
        Order adding = attempt(new Command.AddPerson(person));
        Order changing = attempt(new Command.ChangePin(person.employee()));
        shown = Optional.of(person.employee());
        run(
                () -> task.add(person.employee(), adding, changing, pin),
                person.name(),
                told("people.added", person.name()),
                Panel.CARD);
    }

    void givePin() {
        decide(Say::mayGivePin, (_, person) -> {
            draft.knownProperty().set(Optional.of(person));
            turn(Panel.PIN);
            typing.begin(pin -> given(person, pin));
        });
    }

    /// The name of whoever gets a PIN now.
    String whosePin() {
        return draft.knownProperty()
                .get()
                .map(Person::name)
                .orElseGet(() -> draft.nameProperty().get().strip());
    }

    private void given(Person person, char[] pin) {
        Order changing = attempt(new Command.ChangePin(person.employee()));
        run(
                () -> task.givePin(person.employee(), changing, pin),
                person.name(),
                told("people.pin.given", person.name()),
                Panel.CARD);
    }

    void unlock() {
        decide(
                Say::mayUnlock,
                (_, person) -> order(
                        new Command.Unlock(person.employee()), told("people.unlocked", person.name()), Panel.CARD));
    }

    /// Asks first.
    void takeOut() {
        decide(Say::mayTakeOut, (_, _) -> turn(Panel.TAKE_OUT));
    }

    void confirmTakeOut() {
        decide(
                Say::mayTakeOut,
                (_, person) -> order(
                        new Command.RemovePerson(person.employee()),
                        told("people.takenOut", person.name()),
                        Panel.CARD));
    }

    void takeBack() {
        decide(
                Say::mayTakeBack,
                (_, person) -> order(
                        new Command.AddPerson(new PersonAdded(person.employee(), person.name(), person.role())),
                        told("people.takenBack", person.name()),
                        Panel.CARD));
    }

    void rights() {
        turn(Panel.RIGHTS);
    }

    void set(Verb verb, boolean allowed) {
        decide((may, person) -> may.maySet(person, verb) && person.may(verb) != allowed, (_, person) -> {
            String key = allowed ? "people.right.nowMay" : "people.right.nowMayNot";
            var what = new Notice.Word(VerbGroup.key(verb));
            order(
                    new Command.ChangePermission(person.employee(), verb, allowed),
                    new Notice(Tone.SUCCESS, key, Map.of("employee", person.name(), "what", what)),
                    Panel.RIGHTS);
        });
    }

    /// Decides about the chosen person, where that may be.
    private void decide(Rule rule, Decision decision) {
        say.get()
                .ifPresent(may -> chosen.get()
                        .map(Member::person)
                        .filter(person -> !pending.get() && rule.holds(may, person))
                        .ifPresent(person -> decision.about(may, person)));
    }

    private interface Rule {
        boolean holds(Say say, Person person);
    }

    private interface Decision {
        void about(Say say, Person person);
    }

    private static Notice told(String key, String name) {
        return new Notice(Tone.SUCCESS, key, Map.of("employee", name));
    }

    private void order(Command command, Notice done, Panel then) {
        Order order = attempt(command);
        run(() -> task.perform(order), "", done, then);
    }

    /// The same order for the same command until it is done or given up, so that trying again does nothing twice.
    private Order attempt(Command command) {
        return attempts.computeIfAbsent(command, each -> session.order(session.newId(), each));
    }

    private void run(Supplier<Outcome> work, String name, Notice done, Panel then) {
        pending.set(true);
        notice.set(Optional.empty());
        background.run(work, outcome -> answered(outcome, name, done, then), this::tell);
    }

    private void answered(Outcome outcome, String name, Notice done, Panel then) {
        pending.set(false);
        switch (outcome) {
            case Outcome.Done() -> {
                attempts.clear();
                typing.forget();
                panel.set(then);
                tell(done);
            }
            case Outcome.NotDone(var why) -> tell(why);
            case Outcome.PinNotKept() -> {
                panel.set(Panel.CARD);
                tell(new Notice(Tone.DANGER, "people.pin.notKept", Map.of("employee", name)));
            }
        }
        refresh();
    }

    private void tell(Notice told) {
        pending.set(false);
        if (panel.get() == Panel.PIN) {
            typing.again(told);
        } else {
            notice.set(Optional.of(told));
        }
    }

    void close() {
        typing.forget();
        watch.run();
    }
}
