package org.countinghouse.app.safe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.safe.BackRoom.Standing;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.safe.PlaceCounted;
import org.countinghouse.ledger.safe.TransferReceived;

/// One action with cash that is not in a till: filled in, looked at in a sentence, then written.
public final class ActionViewModel {
    enum Step {
        CLOSED,
        ENTERING,
        CHECKING
    }

    /// What was written, and what a count came to against the books.
    record Done(Notice notice, List<Money> overShort) {}

    private final Session session;
    private final BackRoom task;
    private final Background background;
    private final Supplier<Standing> standing;
    private final Consumer<Done> done;
    private final ActionForm form;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CLOSED);
    private final ReadOnlyObjectWrapper<SafeAction> action = new ReadOnlyObjectWrapper<>(SafeAction.SEND);
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private UUID id;

    /// @param standing what is known now
    /// @param done hears what was written
    ActionViewModel(
            Session session, BackRoom task, Background background, Supplier<Standing> standing, Consumer<Done> done) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.standing = standing;
        this.done = done;
        this.form = new ActionForm(session.shop().currencies(), session.shop().till());
        this.id = session.newId();
    }

    ActionForm form() {
        return form;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SafeAction> actionProperty() {
        return action.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void begin(SafeAction what) {
        if (pending.get()) {
            return;
        }
        id = session.newId();
        form.clear();
        form.cash().byPiecesProperty().set(what.isCount());
        form.beginningProperty().set(offersBeginning(what));
        form.machineProperty().set(session.shop().till());
        form.fromProperty().set(Account.till(session.shop().till()));
        form.toProperty().set(Account.SAFE);
        notice.set(Optional.empty());
        action.set(what);
        step.set(Step.ENTERING);
    }

    void receive(String bag) {
        begin(SafeAction.RECEIVE);
        form.bagProperty().set(bag);
    }

    /// Whether the place was never counted, as far as the books tell.
    boolean offersBeginning(SafeAction what) {
        return what.isCount() && !standing.get().counted().contains(form.counted(what));
    }

    /// Where a bag can be sent from, or to: the bank only by who may go there.
    List<Account> ends(Verb bank) {
        var ends = new ArrayList<Account>();
        ends.add(Account.SAFE);
        standing.get().tills().stream().map(Account::till).forEach(ends::add);
        standing.get().tills().stream().map(Account::machine).forEach(ends::add);
        if (session.person().filter(person -> person.may(bank)).isPresent()) {
            ends.add(Account.BANK);
        }
        return ends;
    }

    Standing standing() {
        return standing.get();
    }

    /// Looks at what is filled in; nothing is written yet.
    void goOn() {
        if (step.get() != Step.ENTERING || pending.get()) {
            return;
        }
        notice.set(form.fault(action.get(), standing.get()));
        if (notice.get().isEmpty()) {
            notice.set(warning());
            step.set(Step.CHECKING);
        }
    }

    /// What will be written.
    String sentence() {
        return new ActionWords(session.texts()).sentence(action.get(), form, standing.get());
    }

    private Optional<Notice> warning() {
        SafeAction what = action.get();
        boolean moves = what == SafeAction.FILL || what == SafeAction.COLLECT;
        if (moves
                && standing.get().connected()
                && form.machineProperty().get().equals(session.shop().till())) {
            return Optional.of(Notice.of(Tone.WARNING, "safe.machine.connected"));
        }
        return form.leaves(what)
                .flatMap(place -> form.cash(what).stream()
                        .flatMap(cash -> tooMuch(place, cash).stream())
                        .findFirst());
    }

    /// More than the books know of there: told to who may read what they know, and to nobody else.
    private Optional<Notice> tooMuch(Account place, Cash cash) {
        return standing.get().holding(place).stream()
                .flatMap(holding -> holding.cash().stream())
                .filter(there -> there.currency().equals(cash.currency()) && there.compareTo(cash.amount()) < 0)
                .findFirst()
                .map(there -> new Notice(
                        Tone.WARNING,
                        "safe.more",
                        Map.of(
                                "amount",
                                Amounts.withCode(there),
                                "place",
                                new PlaceWords(session.texts()).spoken(place))));
    }

    /// One step back: to what is filled in, then out. A changed mind is a new order.
    void back() {
        if (pending.get() || step.get() == Step.CLOSED) {
            return;
        }
        notice.set(Optional.empty());
        step.set(step.get() == Step.CHECKING ? Step.ENTERING : Step.CLOSED);
        id = session.newId();
    }

    void act() {
        if (step.get() != Step.CHECKING || pending.get()) {
            return;
        }
        var order = session.order(id, form.command(action.get()));
        var told = new ActionWords(session.texts()).done(action.get(), form, standing.get());
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> task.perform(order), answer -> answered(answer, told), this::tell);
    }

    private void answered(Answer answer, Notice told) {
        pending.set(false);
        switch (answer) {
            case Answer.Done written -> {
                step.set(Step.CLOSED);
                id = session.newId();
                done.accept(new Done(told, overShort(written.entries())));
            }
            case Answer.Refused _ -> {
                id = session.newId();
                step.set(Step.ENTERING);
                notice.set(Notice.about(answer));
            }
            case Answer.NotRecording _ -> notice.set(Notice.about(answer));
        }
    }

    private static List<Money> overShort(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> switch (entry.fact()) {
                    case PlaceCounted counted when !counted.beginning() -> counted.counts().stream();
                    case TransferReceived received -> received.counts().stream();
                    default -> Stream.<Counted>empty();
                })
                .map(Counted::overShort)
                .toList();
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }
}
