package org.countinghouse.app.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.OpenPayment;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Verb;

/// What the machine owes a customer, or paid for nothing: paid from the till, by the machine, or written off by who
/// may.
public final class OwedViewModel {
    private final Session session;
    private final TillMachine machine;
    private final MachineWatch watch;
    private final OpenPayment payment;
    private final Background background;
    private final Runnable openDrawer;
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Policy.Reason>> reason = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    private UUID id;

    /// @param openDrawer for cash that is to be taken out of it
    public OwedViewModel(
            Session session,
            TillMachine machine,
            MachineWatch watch,
            OpenPayment payment,
            Background background,
            Runnable openDrawer) {
        this.session = session;
        this.machine = machine;
        this.watch = watch;
        this.payment = payment;
        this.background = background;
        this.openDrawer = openDrawer;
        this.id = session.newId();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Why it is written off.
    ObjectProperty<Optional<Policy.Reason>> reasonProperty() {
        return reason;
    }

    /// What the reason alone does not say, or the reason itself where the shop lists none.
    StringProperty noteProperty() {
        return note;
    }

    /// What nobody answers for, without what the payment at the till has of it. Below zero a customer's.
    List<Money> owed() {
        return watch.standing().owed().stream()
                .map(this::withoutPayment)
                .filter(each -> !each.isZero())
                .toList();
    }

    private Money withoutPayment(Money owed) {
        Money claimed = payment.dueProperty()
                .getValue()
                .filter(due -> due.deposited().currency().equals(owed.currency()))
                .map(OpenPayment.Due::deposited)
                .orElseGet(owed.currency()::zero);
        Money rest = owed.plus(claimed);
        return owed.isNegative() && rest.isPositive() ? owed.currency().zero() : rest;
    }

    boolean mayPay() {
        return may(Verb.REFUND);
    }

    boolean mayWriteOff() {
        return may(Verb.SETTLE_MACHINE);
    }

    private boolean may(Verb verb) {
        return session.person().filter(person -> person.may(verb)).isPresent();
    }

    /// A customer gets from the drawer what the machine holds of theirs.
    void payFromTill(Money owed) {
        Money amount = owed.absolute();
        if (mayPay() && owed.isNegative()) {
            act(
                    new Command.PayOwed(
                            session.shop().till(), Cash.of(amount), note.get().strip()),
                    "machine.owed.paid",
                    amount,
                    openDrawer);
        }
    }

    /// Whether it is said why.
    boolean isReasoned() {
        return reasons().isEmpty()
                ? !note.get().isBlank()
                : reason.get()
                        .filter(each -> !each.noteNeeded() || !note.get().isBlank())
                        .isPresent();
    }

    List<Policy.Reason> reasons() {
        return watch.standing().reasons();
    }

    /// Nobody will answer for it: it becomes the machine's over or short.
    void writeOff(Money owed) {
        if (mayWriteOff() && isReasoned()) {
            boolean listed = !reasons().isEmpty();
            String words = note.get().strip();
            String why = listed ? reason.get().map(Policy.Reason::word).orElse("") : words;
            act(
                    new Command.WriteOffOwed(session.shop().till(), owed.absolute(), why, listed ? words : ""),
                    "machine.owed.writtenOff",
                    owed.absolute(),
                    () -> {});
        }
    }

    private void act(Command command, String done, Money amount, Runnable then) {
        if (pending.get()) {
            return;
        }
        pending.set(true);
        notice.set(Optional.empty());
        var order = session.order(id, command);
        background.run(
                () -> machine.desk().perform(order), answer -> answered(answer, done, amount, then), this::failed);
    }

    private void answered(Answer answer, String done, Money amount, Runnable then) {
        pending.set(false);
        notice.set(Notice.about(answer));
        switch (answer) {
            case Answer.Done _ -> {
                id = session.newId();
                note.set("");
                reason.set(Optional.empty());
                notice.set(Optional.of(new Notice(Tone.SUCCESS, done, Map.of("amount", Amounts.withCode(amount)))));
                watch.refresh();
                then.run();
            }
            // Refused, nothing was recorded: what is tried then is another order.
            case Answer.Refused _ -> id = session.newId();
            case Answer.NotRecording _ -> {}
        }
    }

    private void failed(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }

    /// Nothing that was told or typed before is about what is shown now.
    void forget() {
        notice.set(Optional.empty());
        note.set("");
        reason.set(Optional.empty());
    }
}
