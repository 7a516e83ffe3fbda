package org.countinghouse.app.shift;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shift.PassShift.Situation;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.shift.Shift;

/// Leaving a shift without closing it: for a break, for counting it later, or to somebody else.
public final class LeaveShiftViewModel {
    private final Session session;
    private final PassShift task;
    private final Background background;
    private final Consumer<Destination> go;
    private final ReadOnlyObjectWrapper<Optional<Situation>> situation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Person>> to = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding canHandOver;
    private UUID id;

    public LeaveShiftViewModel(Session session, PassShift task, Background background, Consumer<Destination> go) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.go = go;
        this.id = session.newId();
        this.canHandOver = Bindings.createBooleanBinding(
                () -> !pending.get() && isSealed() && to.get().isPresent(), pending, situation, to);
        background.run(task::situation, situation::set, this::tell);
    }

    ReadOnlyObjectProperty<Optional<Situation>> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    /// Who is to take the till.
    ObjectProperty<Optional<Person>> toProperty() {
        return to;
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    BooleanBinding canHandOverProperty() {
        return canHandOver;
    }

    boolean maySuspend() {
        return session.person().filter(person -> person.may(Verb.SUSPEND_SHIFT)).isPresent();
    }

    boolean mayHandOver() {
        return session.person().filter(person -> person.may(Verb.HAND_OVER)).isPresent();
    }

    /// Only a sealed count is handed over.
    boolean isSealed() {
        return situation.get().filter(now -> now.state() == Shift.State.COUNTED).isPresent();
    }

    void suspend() {
        act(new Command.SuspendShift(session.shop().till(), ""), new Destination.Waiting());
    }

    void park() {
        act(new Command.ParkShift(session.shop().till()), new Destination.OpenShift());
    }

    void handOver() {
        if (canHandOver.get()) {
            Situation now = situation.get().orElseThrow();
            String taker = to.get().orElseThrow().employee();
            act(new Command.HandOver(session.shop().till(), taker, now.sealed(), "", ""), new Destination.Waiting());
        }
    }

    private void act(Command command, Destination next) {
        if (pending.get()) {
            return;
        }
        var order = session.order(id, command);
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> task.perform(order), answer -> answered(answer, next), this::tell);
    }

    private void answered(Answer answer, Destination next) {
        pending.set(false);
        notice.set(Notice.about(answer));
        if (answer instanceof Answer.Done) {
            id = session.newId();
            go.accept(next);
        } else if (answer instanceof Answer.Refused) {
            // Refused, nothing was recorded: another of the three ways is another order.
            id = session.newId();
        }
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }
}
