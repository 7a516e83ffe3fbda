package org.countinghouse.app.signin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.CountDraft;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.PinEntry;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shell.Times;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;

/// Choosing a name and typing a PIN.
public final class SignInViewModel {
    private final Session session;
    private final SignIn task;
    private final Background background;
    private final Consumer<Destination> go;
    private final ObservableList<Person> people = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Person>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final PinEntry pin = new PinEntry();
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> recovered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding ready;
    private Destination afterwards = new Destination.Till();

    public SignInViewModel(Session session, SignIn task, Background background, Consumer<Destination> go) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.go = go;
        this.ready = Bindings.createBooleanBinding(
                () -> chosen.get().isPresent() && pin.digitsProperty().get() > 0 && !pending.get(),
                chosen,
                pin.digitsProperty(),
                pending);
        background.run(task::counter, this::show, this::tell);
    }

    ObservableList<Person> people() {
        return people;
    }

    ReadOnlyObjectProperty<Optional<Person>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty digitsProperty() {
        return pin.digitsProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Tells that a shift is still open, so that nobody fears for it.
    ReadOnlyObjectProperty<Optional<Notice>> recoveredProperty() {
        return recovered.getReadOnlyProperty();
    }

    private void show(SignIn.Counter counter) {
        people.setAll(counter.people());
        recovered.set(counter.draft()
                .map(draft -> kept(counter, draft))
                .or(() -> counter.open()
                        .map(shift -> new Notice(
                                Tone.INFO, "signin.recovered", Map.of("shift", shift, "count", counter.entries())))));
        afterwards = counter.open().isPresent() && counter.draft().isPresent()
                ? new Destination.Count()
                : new Destination.Till();
    }

    /// A count somebody began: they go on, or another person counts.
    private Notice kept(SignIn.Counter counter, CountDraft draft) {
        return new Notice(
                Tone.INFO,
                counter.open().isPresent() ? "signin.recovered.draft" : "signin.recovered.opening",
                Map.of(
                        "shift",
                        draft.of().shift(),
                        "count",
                        counter.entries(),
                        "time",
                        Times.time(draft.at(), session.shop().zone()),
                        "employee",
                        draft.by()));
    }

    BooleanBinding readyProperty() {
        return ready;
    }

    void choose(Person person) {
        pin.forget();
        notice.set(Optional.empty());
        chosen.set(Optional.of(person));
    }

    /// Chooses whose short name or name begins with what was typed.
    ///
    /// @return whether there is exactly one such person, or one of exactly that name
    boolean choose(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        var exact = people.stream()
                .filter(person -> person.employee().equals(wanted))
                .toList();
        var begins = exact.isEmpty() ? people.filtered(person -> begins(person, wanted)) : exact;
        if (wanted.isEmpty() || begins.size() != 1) {
            return false;
        }
        choose(begins.getFirst());
        return true;
    }

    private static boolean begins(Person person, String wanted) {
        return person.employee().startsWith(wanted)
                || person.name().toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    /// Back to choosing a name.
    void back() {
        pin.forget();
        chosen.set(Optional.empty());
        notice.set(Optional.empty());
    }

    void press(char key) {
        if (chosen.get().isPresent() && !pending.get()) {
            pin.press(key);
        }
    }

    void clear() {
        if (!pending.get()) {
            pin.forget();
        }
    }

    void enter() {
        if (!ready.get()) {
            return;
        }
        Person person = chosen.get().orElseThrow();
        var typed = pin.take();
        var right = session.orderOf(person.employee(), new Command.SignIn(person.employee()));
        pending.set(true);
        background.run(() -> task.attempt(person, typed, right), outcome -> show(person, outcome), this::tell);
    }

    private void show(Person person, SignIn.Outcome outcome) {
        pending.set(false);
        switch (outcome) {
            case SignIn.Outcome.Welcome() -> {
                session.begin(person);
                go.accept(person.may(Verb.COUNT) ? afterwards : new Destination.Till());
            }
            case SignIn.Outcome.NotThem(var verdict) ->
                verdict.refusal(person, session.shop().zone()).ifPresent(this::tell);
            case SignIn.Outcome.NotPossible(var why) -> tell(why);
        }
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }
}
