package org.countinghouse.app.shift;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.CountDraft;
import org.countinghouse.app.shell.CountSheet;
import org.countinghouse.app.shell.Destination;
import org.countinghouse.app.shell.KeptCount;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.app.shift.PassShift.Situation;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.shift.Shift;

/// A shift nobody trades in now: suspended until it is resumed, or on its way until who takes it has counted. What
/// the one before counted is not shown: two counts that were made apart say more than one.
public final class WaitingViewModel {
    enum What {
        /// It is not known yet.
        UNKNOWN,
        RESUME,
        TAKE_OVER,
        /// Whoever is signed in can do neither.
        NOT_MINE
    }

    private final Session session;
    private final PassShift task;
    private final Background background;
    private final Consumer<Destination> go;
    private final KeptCount kept;
    private final List<CountSheet> sheets;
    private final ReadOnlyObjectWrapper<Optional<Situation>> situation = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding canTake;
    private UUID id;

    public WaitingViewModel(
            Session session, PassShift task, Background background, KeptCount kept, Consumer<Destination> go) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.kept = kept;
        this.go = go;
        this.sheets = CountSheet.each(session.shop().currencies());
        this.id = session.newId();
        kept.watch(sheets);
        var readings = Stream.concat(
                        Stream.of(situation, pending, kept.offerProperty()),
                        sheets.stream().map(CountSheet::readableProperty))
                .toArray(Observable[]::new);
        this.canTake = Bindings.createBooleanBinding(
                () -> what() == What.TAKE_OVER
                        && !pending.get()
                        && !kept.isOffered()
                        && sheets.stream().allMatch(CountSheet::isReadable),
                readings);
        background.run(task::situation, this::begun, this::tell);
    }

    private void begun(Optional<Situation> found) {
        situation.set(found);
        if (what() == What.TAKE_OVER) {
            found.ifPresent(
                    now -> kept.begin(new CountDraft.Of(CountDraft.Kind.TAKE_OVER, now.shift()), now.after(), false));
        }
    }

    List<CountSheet> sheets() {
        return sheets;
    }

    KeptCount kept() {
        return kept;
    }

    ReadOnlyObjectProperty<Optional<Situation>> situationProperty() {
        return situation.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    BooleanBinding canTakeProperty() {
        return canTake;
    }

    What what() {
        return situation.get().map(this::what).orElse(What.UNKNOWN);
    }

    private What what(Situation now) {
        if (now.state() == Shift.State.SUSPENDED) {
            return may(Verb.SUSPEND_SHIFT) ? What.RESUME : What.NOT_MINE;
        }
        boolean mine = session.person()
                .filter(person -> isOf(person, now.answerable())
                        || now.to().filter(taker -> isOf(person, taker)).isPresent())
                .isPresent();
        return mine && may(Verb.HAND_OVER) ? What.TAKE_OVER : What.NOT_MINE;
    }

    private boolean may(Verb verb) {
        return session.person().filter(person -> person.may(verb)).isPresent();
    }

    private static boolean isOf(Person one, Person other) {
        return one.employee().equals(other.employee());
    }

    /// How the shift stands, and who is awaited.
    Optional<Notice> story() {
        return situation
                .get()
                .map(now -> new Notice(
                        Tone.INFO,
                        now.state() == Shift.State.SUSPENDED ? "shift.waiting.suspended" : "shift.waiting.handedOver",
                        Map.of(
                                "shift",
                                now.shift(),
                                "employee",
                                now.answerable().name(),
                                "to",
                                now.to().map(Person::name).orElse(""))));
    }

    void resume() {
        if (what() == What.RESUME) {
            act(new Command.ResumeShift(session.shop().till()));
        }
    }

    void takeOver() {
        if (canTake.get()) {
            var sent = situation.get().orElseThrow().sent();
            var counted = sheets.stream()
                    .filter(sheet ->
                            sent.contains(sheet.currency()) || !sheet.total().isZero())
                    .map(CountSheet::cash)
                    .toList();
            act(new Command.TakeOver(session.shop().till(), counted));
        }
    }

    private void act(Command command) {
        if (pending.get()) {
            return;
        }
        var order = session.order(id, command);
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> task.perform(order), this::answered, this::tell);
    }

    private void answered(Answer answer) {
        pending.set(false);
        notice.set(Notice.about(answer));
        switch (answer) {
            case Answer.Done _ -> {
                kept.sealed();
                go.accept(new Destination.Till());
            }
            case Answer.Refused _ -> id = session.newId();
            case Answer.NotRecording _ -> {}
        }
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }
}
