package org.countinghouse.app.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.countinghouse.app.settings.Rules.Cell;
import org.countinghouse.app.settings.ShopRules.Outcome;
import org.countinghouse.app.shell.Background;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Session;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.approval.PolicySet;
import org.countinghouse.ledger.people.Verb;

/// Who does what alone, and the shop's reasons: changed in a draft, told in sentences, then written.
public final class RulesViewModel {
    private static final long MOST_COUNTS = 9;

    private final Session session;
    private final ShopRules task;
    private final Background background;
    private final RuleWords words;
    private final ReadOnlyObjectWrapper<Rules> base = new ReadOnlyObjectWrapper<>(Rules.of(Policy.STANDARD));
    private final ReadOnlyObjectWrapper<Rules> draft = new ReadOnlyObjectWrapper<>(base.get());
    private final ReadOnlyObjectWrapper<Optional<Cell>> cell = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reviewing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<List<String>> meanwhile = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReasonDraft reasons = new ReasonDraft(draft::get, this::changed);
    private final Map<Command, Order> attempts = new HashMap<>();
    private final Runnable watch;
    private final boolean mayChange;
    private boolean known;
    private long looks;

    public RulesViewModel(Session session, ShopRules task, Background background) {
        this.session = session;
        this.task = task;
        this.background = background;
        this.words = new RuleWords(session);
        this.mayChange =
                session.person().filter(person -> person.may(Verb.SET_POLICY)).isPresent();
        watch = task.watch(entries -> {
            if (entries.stream().anyMatch(entry -> entry.fact() instanceof PolicySet)) {
                background.show(this::refresh);
            }
        });
        refresh();
    }

    boolean mayChange() {
        return mayChange;
    }

    RuleWords words() {
        return words;
    }

    /// As they would be once written.
    ReadOnlyObjectProperty<Rules> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Rules> baseProperty() {
        return base.getReadOnlyProperty();
    }

    ReasonDraft reasons() {
        return reasons;
    }

    /// What is being set beside the grid.
    ReadOnlyObjectProperty<Optional<Cell>> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty reviewingProperty() {
        return reviewing.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// What others changed while this draft was made, a sentence each.
    ReadOnlyObjectProperty<List<String>> meanwhileProperty() {
        return meanwhile.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What this draft changes, a sentence each.
    List<String> changes() {
        return words.changes(base.get(), draft.get());
    }

    boolean isDirty() {
        return !draft.get().equals(base.get());
    }

    private void refresh() {
        long look = ++looks;
        background.run(
                task::rules,
                now -> {
                    if (look == looks) {
                        seen(now);
                    }
                },
                this::tell);
    }

    /// What others wrote stands; what is changed here is put on top of it, and both are told.
    private void seen(Rules now) {
        Rules before = base.get();
        Rules mine = draft.get();
        boolean clash = known && isDirty() && !now.equals(before) && !now.equals(mine);
        known = true;
        // What is shown is put there anew only where it differs: a person may be pressing it.
        if (!now.equals(before)) {
            base.set(now);
            draft.set(mine.equals(before) ? now : mine.onto(before, now));
        }
        if (clash) {
            meanwhile.set(words.changes(before, now));
            tell(Notice.of(Tone.WARNING, "settings.rules.meanwhile"));
        }
        if (!isDirty()) {
            reviewing.set(false);
        }
    }

    private void changed(Rules now) {
        if (mayChange && !pending.get()) {
            attempts.clear();
            notice.set(Optional.empty());
            draft.set(now);
        }
    }

    void choose(Cell chosen) {
        if (mayChange && !pending.get()) {
            cell.set(Optional.of(chosen));
        }
    }

    LimitDraft limit(Cell of) {
        return new LimitDraft(of.matter(), draft.get().alone(of), session.shop().currencies());
    }

    /// Takes a limit into the draft; nothing is written yet.
    void take(Cell of, Alone now) {
        changed(draft.get().with(of, now));
        cell.set(Optional.empty());
    }

    void leaveCell() {
        cell.set(Optional.empty());
    }

    boolean mayCount(long counts) {
        return counts >= 1 && counts <= Math.max(MOST_COUNTS, base.get().counts());
    }

    void counts(long counts) {
        if (mayCount(counts)) {
            changed(draft.get().withCounts(counts));
        }
    }

    /// Adds a word, or says why it is none.
    ///
    /// @return whether it was added
    boolean add(Matter matter, String typed, boolean noteNeeded) {
        String word = typed.strip();
        if (!ReasonDraft.isWord(word)) {
            tell(Notice.of(Tone.WARNING, "settings.reasons.badWord"));
            return false;
        }
        boolean added = reasons.add(matter, word, noteNeeded);
        if (!added) {
            tell(new Notice(Tone.WARNING, "settings.reasons.known", Map.of("reason", words.name(matter, word))));
        }
        return added;
    }

    void review() {
        if (isDirty() && !pending.get()) {
            cell.set(Optional.empty());
            notice.set(Optional.empty());
            reviewing.set(true);
        }
    }

    /// Back to the draft, or out of what is being set; nothing is given up.
    void back() {
        if (!pending.get()) {
            reviewing.set(false);
            cell.set(Optional.empty());
        }
    }

    void giveUp() {
        if (!pending.get()) {
            changed(base.get());
            meanwhile.set(List.of());
            back();
        }
    }

    void write() {
        if (!reviewing.get() || pending.get() || !isDirty()) {
            return;
        }
        Rules seen = base.get();
        Rules wanted = draft.get();
        Order order = attempts.computeIfAbsent(
                new Command.SetPolicy(wanted.policy()), each -> session.order(session.newId(), each));
        pending.set(true);
        notice.set(Optional.empty());
        background.run(() -> task.write(seen, wanted, order), outcome -> answered(wanted, outcome), this::tell);
    }

    private void answered(Rules wanted, Outcome outcome) {
        pending.set(false);
        switch (outcome) {
            case Outcome.Done() -> {
                attempts.clear();
                meanwhile.set(List.of());
                base.set(wanted);
                draft.set(wanted);
                reviewing.set(false);
                tell(Notice.of(Tone.SUCCESS, "settings.rules.done"));
                refresh();
            }
            case Outcome.NotDone(var why) -> tell(why);
            case Outcome.ChangedMeanwhile() -> refresh();
        }
    }

    private void tell(Notice told) {
        pending.set(false);
        notice.set(Optional.of(told));
    }

    void close() {
        watch.run();
    }
}
