package org.countinghouse.app.machine;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.machine.Movement.Phase;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.OpenPayment;
import org.countinghouse.app.shell.PaysByMachine;
import org.countinghouse.app.shell.Session;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.IntentState;
import org.countinghouse.device.money.Outcome;
import org.countinghouse.device.money.Step;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Person;

/// Cash that moves with the machine now: a customer's deposit with its running total, a payout, a filling. One at a
/// time. It lives as long as the station, so that a deposit goes on while somebody looks elsewhere.
///
/// What the machine keeps is the customer's until a sale answers for it. The sale takes no more than is due, and the
/// rest is paid out again: as its own intent, whose id is made of the deposit's, so that it is paid once.
public final class MovementViewModel implements PaysByMachine {
    /// The ids of what follows from a movement are made of its own; a step's id is counted on, far below these bits.
    private static final long GIVEN_BACK = 1L << 61;

    private static final long CHANGE = 1L << 60;
    private static final long REFUND = 1L << 59;

    private final Session session;
    private final TillMachine machine;
    private final MachineWatch watch;
    private final OpenPayment payment;
    private final Background background;
    private final Consumer<Destination> go;
    private final ReadOnlyObjectWrapper<Optional<Movement>> movement = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Integer> sold = new ReadOnlyObjectWrapper<>(0);

    /// @param payment what waits at the till
    /// @param go leads to where the movement is shown
    public MovementViewModel(
            Session session,
            TillMachine machine,
            MachineWatch watch,
            OpenPayment payment,
            Background background,
            Consumer<Destination> go) {
        this.session = session;
        this.machine = machine;
        this.watch = watch;
        this.payment = payment;
        this.background = background;
        this.go = go;
    }

    ReadOnlyObjectProperty<Optional<Movement>> movementProperty() {
        return movement.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Counts the deposits that became a payment and left nothing to do: who watched them can go back.
    ReadOnlyObjectProperty<Integer> soldProperty() {
        return sold.getReadOnlyProperty();
    }

    void forget() {
        notice.set(Optional.empty());
    }

    @Override
    public boolean isConnected() {
        return watch.standing().isConnected();
    }

    /// Whether somebody has to pay at the till what the machine can take.
    boolean isDue() {
        return payment.dueProperty()
                .getValue()
                .filter(due -> watch.standing().deals(due.left().currency()))
                .isPresent();
    }

    /// Opens the mouth for what the customer at the till has still to pay.
    void deposit() {
        payment.dueProperty()
                .getValue()
                .ifPresent(due -> begin(
                        Purpose.TAKE,
                        session.newId(),
                        due.left().currency().zero(),
                        Optional.of(due.left()),
                        Optional.of(due.payment()),
                        "sale",
                        Optional.empty()));
    }

    /// Opens the mouth for cash of the safe.
    void fill(Currency currency) {
        begin(
                Purpose.FILL,
                session.newId(),
                currency.zero(),
                Optional.empty(),
                Optional.empty(),
                "fill",
                Optional.empty());
    }

    /// Pays a customer what the machine holds of theirs, or owes them.
    void pay(Money amount) {
        pay(session.newId(), amount, "owed", Optional.empty());
    }

    @Override
    public void payBack(UUID entry, Money amount) {
        pay(derived(entry, REFUND), amount, "refund", Optional.empty());
    }

    private void pay(UUID id, Money amount, String reason, Optional<UUID> parent) {
        begin(Purpose.PAY, id, amount.currency().zero(), Optional.of(amount), Optional.empty(), reason, parent);
    }

    private void begin(
            Purpose purpose,
            UUID id,
            Money none,
            Optional<Money> target,
            Optional<UUID> sale,
            String reason,
            Optional<UUID> parent) {
        session.person()
                .map(Person::employee)
                .filter(_ -> movement.get().isEmpty())
                .ifPresent(actor -> {
                    Phase phase = purpose == Purpose.PAY ? Phase.PAYING : Phase.BEGINNING;
                    start(new Movement(id, purpose, phase, none, target, sale, actor, reason), parent);
                    go.accept(new Destination.Machine());
                });
    }

    private void start(Movement begun, Optional<UUID> parent) {
        movement.set(Optional.of(begun));
        notice.set(Optional.empty());
        background.run(
                () -> followed(begun, parent),
                over -> over.thenAccept(end -> background.show(() -> ended(begun.id(), end))),
                told -> ended(begun.id(), new End.Broken(told)));
    }

    /// What is shown once it is over.
    private sealed interface End {
        record Known(Outcome outcome) implements End {}

        record Broken(Notice why) implements End {}
    }

    private CompletableFuture<End> followed(Movement begun, Optional<UUID> parent) {
        return machine.perform(begun, parent, step -> background.show(() -> stepped(step)))
                .handle((outcome, failure) -> failure == null
                        ? refused(begun.id(), outcome)
                        : new End.Broken(why(begun.id()).orElseGet(() -> Background.failed(failure))));
    }

    /// Where the ledger would not write, its reason is what there is to tell.
    private End refused(UUID id, Outcome outcome) {
        return outcome instanceof Outcome.NotStarted
                ? why(id).<End>map(End.Broken::new).orElseGet(() -> new End.Known(outcome))
                : new End.Known(outcome);
    }

    private Optional<Notice> why(UUID id) {
        return machine.refusal(id).flatMap(Notice::about);
    }

    private void stepped(Step step) {
        movement.get().filter(now -> now.id().equals(step.intent())).ifPresent(now -> {
            boolean open = now.phase() == Phase.BEGINNING
                    && (step.state() == IntentState.ACKED || step.state() == IntentState.MOVING);
            var next = (open ? now.in(Phase.TAKING) : now)
                    .moved(now.moved().currency().of(step.moved().minorUnits()));
            movement.set(Optional.of(next));
            if (next.phase() == Phase.TAKING && next.isReached()) {
                keep();
            }
        });
    }

    /// That is all: the machine keeps what was put in.
    void keep() {
        finish(Phase.KEEPING);
    }

    /// The customer gets back what was put in.
    void cancel() {
        finish(Phase.GIVING_BACK);
    }

    private void finish(Phase phase) {
        movement.get().filter(now -> now.phase() == Phase.TAKING).ifPresent(now -> {
            movement.set(Optional.of(now.in(phase)));
            background.run(
                    () -> {
                        machine.finish(phase == Phase.GIVING_BACK);
                        return true;
                    },
                    _ -> {},
                    this::tell);
        });
    }

    private void ended(UUID id, End end) {
        var over = movement.get().filter(now -> now.id().equals(id));
        if (over.isEmpty()) {
            return;
        }
        movement.set(Optional.empty());
        watch.refresh();
        switch (end) {
            case End.Broken(var why) -> tell(why);
            case End.Known(var outcome) -> told(over.get(), outcome);
        }
    }

    private void told(Movement over, Outcome outcome) {
        var words = new OutcomeWords(over.moved().currency());
        switch (outcome) {
            case Outcome.NotStarted(var fault, var why) -> tell(words.notStarted(fault, why));
            case Outcome.Open(var _, var _, var atLeast, var _) -> tell(words.open(atLeast));
            case Outcome.Disputed(var _, var atLeast, var _) -> tell(words.disputed(atLeast));
            case Outcome.Settled settled -> {
                switch (over.purpose()) {
                    case PAY, COLLECT -> tell(words.paid(settled));
                    case FILL -> filled(over, words.amount(settled.moved()));
                    case TAKE -> taken(over, words.amount(settled.moved()), words.amount(settled.returned()));
                }
            }
        }
    }

    private void filled(Movement over, Money kept) {
        if (over.phase() == Phase.GIVING_BACK && kept.isPositive()) {
            tell(OutcomeWords.told(Tone.WARNING, "machine.filled.kept", kept));
        } else {
            tell(OutcomeWords.told(Tone.SUCCESS, "machine.filled", kept));
        }
    }

    private void taken(Movement over, Money kept, Money returned) {
        if (over.phase() == Phase.GIVING_BACK) {
            if (kept.isPositive()) {
                payNext(over, GIVEN_BACK, kept, "given back");
            } else {
                tell(OutcomeWords.told(Tone.SUCCESS, "machine.cancelled", returned));
            }
        } else if (kept.isZero()) {
            tell(Notice.of(Tone.INFO, "machine.nothingTaken"));
        } else {
            answerFor(over, kept);
        }
    }

    /// The payment takes what is due; what is more goes back to the customer. Where that payment is over, nobody
    /// guesses whose it is now: it waits as the customer's.
    private void answerFor(Movement over, Money kept) {
        Money due = over.target().orElse(kept);
        Money used = kept.compareTo(due) < 0 ? kept : due;
        boolean answered = session.person().isPresent()
                && over.payment().filter(id -> payment.deposited(id, used)).isPresent();
        if (!answered) {
            tell(OutcomeWords.told(Tone.WARNING, "machine.unclaimed", kept));
        } else if (kept.compareTo(used) > 0) {
            payNext(over, CHANGE, kept.minus(used), "change");
        } else {
            sold.set(sold.get() + 1);
        }
    }

    /// Goes on without waiting for anybody, also when who asked has left the counter.
    private void payNext(Movement over, long bit, Money amount, String reason) {
        start(
                new Movement(
                        derived(over.id(), bit),
                        Purpose.PAY,
                        Phase.PAYING,
                        amount.currency().zero(),
                        Optional.of(amount),
                        Optional.empty(),
                        over.actor(),
                        reason),
                Optional.of(over.id()));
    }

    private static UUID derived(UUID from, long bit) {
        return new UUID(from.getMostSignificantBits(), from.getLeastSignificantBits() ^ bit);
    }

    private void tell(Notice told) {
        notice.set(Optional.of(told));
    }

    /// The customer's cash that lies in the machine, for the payment that waits at the till.
    void useDeposit() {
        payment.dueProperty()
                .getValue()
                .filter(_ -> session.person().isPresent())
                .ifPresent(due -> {
                    Money there = unclaimed(due);
                    Money used = there.compareTo(due.left()) < 0 ? there : due.left();
                    if (used.isPositive() && movement.get().isEmpty()) {
                        payment.deposited(due.payment(), used);
                    }
                });
    }

    /// What lies in the machine as a customer's, without what the payment at the till has of it.
    Money unclaimed(OpenPayment.Due due) {
        Money there = watch.standing().deposit(due.left().currency()).minus(due.deposited());
        return there.isNegative() ? there.currency().zero() : there;
    }

    OpenPayment payment() {
        return payment;
    }
}
