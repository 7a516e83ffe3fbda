package org.countinghouse.device.money;

import static org.countinghouse.device.money.IntentState.DISPUTED;
import static org.countinghouse.device.money.IntentState.PLANNED;
import static org.countinghouse.device.money.IntentState.RECONCILING;
import static org.countinghouse.device.money.IntentState.UNKNOWN;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;

/// What is written about one intent. Once money may be moving, a journal that fails stops nothing: what
/// could not be written waits in order, and nothing is called settled before all of it is on disk.
final class Notes {
    private final IntentJournal journal;
    private final String machine;
    private final Consumer<Step> told;
    private final ArrayDeque<Step> waiting = new ArrayDeque<>();
    private IntentRecord record;

    private Notes(IntentJournal journal, String machine, IntentRecord record, Consumer<Step> told) {
        this.journal = journal;
        this.machine = machine;
        this.record = record;
        this.told = told;
    }

    static Notes of(IntentJournal journal, String machine, IntentRecord record, Consumer<Step> told) {
        return new Notes(journal, machine, record, told);
    }

    /// Writes the intent itself.
    static Notes planned(IntentJournal journal, String machine, Intent intent, Consumer<Step> told) {
        var first = Step.of(intent, PLANNED, intent.reason());
        journal.plan(machine, intent);
        told.accept(first);
        return new Notes(journal, machine, new IntentRecord(intent, List.of(first)), told);
    }

    /// What a record says has become of its intent.
    static Outcome told(IntentRecord record) {
        var intent = record.intent();
        return switch (record.state()) {
            case SETTLED_FULL, SETTLED_PARTIAL, SETTLED_NONE ->
                new Outcome.Settled(
                        intent,
                        record.state(),
                        record.moved(),
                        record.returned(),
                        record.held(),
                        record.by().orElse(Evidence.PERSON),
                        Optional.empty(),
                        record.words());
            case VOID -> new Outcome.NotStarted(DeviceFault.REFUSED, record.words());
            case DISPUTED -> new Outcome.Disputed(intent, record.moved(), record.words());
            case PLANNED, ARMED, SENT, ACKED, MOVING, UNKNOWN, RECONCILING ->
                new Outcome.Open(intent, record.state(), record.moved(), record.words());
        };
    }

    Intent intent() {
        return record.intent();
    }

    IntentRecord record() {
        return record;
    }

    Cash moved() {
        return record.moved();
    }

    Cash returned() {
        return record.returned();
    }

    boolean held() {
        return record.held();
    }

    /// Writes a step, or throws: for the steps before anything is sent.
    ///
    /// @throws IntentJournal.Unavailable when it is not written
    void write(Step step) {
        var next = record.with(step);
        journal.keep(machine, step);
        record = next;
        told.accept(step);
    }

    /// Writes a step as soon as the journal takes it.
    ///
    /// @return whether everything is on disk
    boolean tryToWrite(Step step) {
        writeLater(step);
        return writeWaiting();
    }

    void writeLater(Step step) {
        record = record.with(step);
        waiting.add(step);
    }

    private boolean writeWaiting() {
        while (!waiting.isEmpty()) {
            try {
                journal.keep(machine, waiting.element());
            } catch (IntentJournal.Unavailable _) {
                return false;
            }
            told.accept(waiting.remove());
        }
        return true;
    }

    /// Begins, or goes on, to gather evidence.
    void reconcile() {
        if (record.state() != UNKNOWN && record.state() != RECONCILING) {
            tryToWrite(again(UNKNOWN, "left open"));
        }
        if (record.state() == UNKNOWN) {
            tryToWrite(again(RECONCILING, ""));
        }
    }

    /// Writes that a person has to count.
    Outcome dispute(String why) {
        if (record.state() == DISPUTED) {
            return told(record);
        }
        if (record.state() == UNKNOWN) {
            tryToWrite(again(RECONCILING, ""));
        }
        boolean written = tryToWrite(again(DISPUTED, why));
        return written ? told(record) : open("it could not be written down: " + why);
    }

    /// Writes how it ended. A total below what was known to have moved is no end but a contradiction.
    Outcome settle(Cash moved, Cash returned, boolean held, Evidence by, Optional<DeviceFault> fault, String words) {
        long known = record.moved().minorUnits() + record.returned().minorUnits();
        boolean fewer = by != Evidence.PERSON && moved.minorUnits() + returned.minorUnits() < known;
        var state = fewer ? DISPUTED : Settlement.of(intent(), moved, returned, fault.isPresent());
        if (state == DISPUTED && by != Evidence.PERSON) {
            return dispute("%s says %s, %s was known, %s asked: %s"
                    .formatted(by, moved, record.moved(), intent().ask(), words));
        }
        if (state == DISPUTED) {
            // A person may find more than was asked for: that is what disputes are for.
            state = IntentState.SETTLED_PARTIAL;
        }
        var last = Step.of(intent(), state, words).moved(moved, returned, held).proved(by);
        if (!tryToWrite(last)) {
            return open("it could not be written down yet: " + words);
        }
        return new Outcome.Settled(intent(), state, moved, returned, held, by, fault, words);
    }

    Outcome open(String words) {
        return new Outcome.Open(intent(), record.state(), record.moved(), words);
    }

    private Step again(IntentState state, String words) {
        return Step.of(intent(), state, words).moved(record.moved(), record.returned(), record.held());
    }
}
