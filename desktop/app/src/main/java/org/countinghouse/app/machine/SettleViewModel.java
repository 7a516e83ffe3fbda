package org.countinghouse.app.machine;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;

/// A movement nobody knows the end of: the machine is asked again, and at last a person says what they counted.
public final class SettleViewModel {
    private final Session session;
    private final TillMachine machine;
    private final MachineWatch watch;
    private final MovementViewModel movement;
    private final Background background;
    private final AmountEntry entry;
    private final ReadOnlyObjectWrapper<Optional<Doubt>> doubt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    public SettleViewModel(
            Session session,
            TillMachine machine,
            MachineWatch watch,
            MovementViewModel movement,
            Background background) {
        this.session = session;
        this.machine = machine;
        this.watch = watch;
        this.movement = movement;
        this.background = background;
        this.entry = new AmountEntry(session.shop().mainCurrency());
        watch.standingProperty().subscribe(_ -> look());
        movement.movementProperty().subscribe(_ -> look());
    }

    /// The oldest, which is settled first; what was typed for another is forgotten.
    private void look() {
        var now = watch.doubts(movement.movementProperty().get()).stream().findFirst();
        boolean another = !now.map(Doubt::intent).equals(doubt.get().map(Doubt::intent));
        doubt.set(now);
        if (another) {
            now.ifPresent(each -> entry.use(each.atLeast().currency()));
        }
    }

    ReadOnlyObjectProperty<Optional<Doubt>> doubtProperty() {
        return doubt.getReadOnlyProperty();
    }

    /// What was counted: paid out, or taken and kept.
    AmountEntry entry() {
        return entry;
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    boolean maySettle() {
        return session.person()
                .filter(person -> person.may(Verb.SETTLE_MACHINE))
                .isPresent();
    }

    /// What will be so once this amount is written; empty while nothing is typed.
    Optional<Notice> consequence() {
        return doubt.get()
                .filter(now -> entry.currency().equals(now.atLeast().currency()))
                .flatMap(now -> entry.amount().map(typed -> consequence(now, typed)));
    }

    private static Notice consequence(Doubt now, Money typed) {
        if (now.purpose() != Purpose.PAY) {
            String key = now.purpose() == Purpose.TAKE ? "machine.settle.then-deposit" : "machine.settle.then-written";
            return OutcomeWords.told(Tone.INFO, key, typed);
        }
        Money rest = now.asked().orElse(typed).minus(typed);
        if (rest.isZero()) {
            return Notice.of(Tone.INFO, "machine.settle.then-even");
        }
        return rest.isPositive()
                ? OutcomeWords.told(Tone.WARNING, "machine.settle.then-owed", rest)
                : OutcomeWords.told(Tone.WARNING, "machine.settle.then-over", rest.negated());
    }

    /// Lets the machine look for evidence once more. It moves nothing.
    void askAgain() {
        if (pending.get()) {
            return;
        }
        begin();
        background.run(
                machine::askAgain,
                _ -> {
                    pending.set(false);
                    watch.refresh();
                    doubt.get().ifPresent(_ -> tell(Notice.of(Tone.INFO, "machine.settle.asked")));
                },
                this::failed);
    }

    /// A person who may says what moved.
    void settle() {
        var typed = entry.amount();
        var now = doubt.get().filter(Doubt::canBeSettled);
        if (pending.get() || typed.isEmpty() || now.isEmpty() || !maySettle()) {
            return;
        }
        begin();
        String actor = session.person().map(Person::employee).orElseThrow();
        background.run(() -> settled(now.get(), typed.get(), actor), this::over, this::failed);
    }

    private Notice settled(Doubt now, Money typed, String actor) {
        return switch (machine.settle(now, typed, actor)) {
            case Outcome.Settled settled ->
                OutcomeWords.told(
                        Tone.SUCCESS,
                        "machine.settle.done",
                        typed.currency().of(settled.moved().minorUnits()));
            case Outcome.NotStarted _, Outcome.Open _, Outcome.Disputed _ ->
                machine.refusal(now.intent())
                        .<Answer>map(refused -> refused)
                        .flatMap(Notice::about)
                        .orElseGet(() -> new Notice(
                                Tone.WARNING,
                                "machine.settle.notYet",
                                Map.of("amount", Amounts.withCode(now.atLeast()))));
        };
    }

    private void over(Notice told) {
        pending.set(false);
        if (told.tone() == Tone.SUCCESS) {
            entry.clear();
        }
        watch.refresh();
        tell(told);
    }

    private void begin() {
        pending.set(true);
        notice.set(Optional.empty());
    }

    private void failed(Notice told) {
        pending.set(false);
        tell(told);
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }

    void forget() {
        notice.set(Optional.empty());
    }
}
