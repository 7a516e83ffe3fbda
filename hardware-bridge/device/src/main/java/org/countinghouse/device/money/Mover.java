package org.countinghouse.device.money;

import static org.countinghouse.device.money.IntentState.ACKED;
import static org.countinghouse.device.money.IntentState.ARMED;
import static org.countinghouse.device.money.IntentState.MOVING;
import static org.countinghouse.device.money.IntentState.SENT;
import static org.countinghouse.device.money.IntentState.UNKNOWN;
import static org.countinghouse.device.money.IntentState.VOID;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.jspecify.annotations.Nullable;

/// Moves money once. Everything here happens on the machine's one thread.
///
/// An intent is written down before it is acted on: what was seen before the command is sent, then that
/// it is being sent, and only then the first byte leaves. From there on it ends with the machine's
/// answer or with evidence; it is never sent again.
final class Mover {
    private final MoneyProtocol protocol;
    private final IntentJournal journal;
    private final Waits waits;
    private final Connection link;
    private @Nullable Running running;

    Mover(MoneyProtocol protocol, IntentJournal journal, Waits waits) {
        this.protocol = protocol;
        this.journal = journal;
        this.waits = waits;
        link = new Connection(protocol, waits);
    }

    /// What is on its way.
    private static final class Running {
        final Notes notes;
        final int pieces;
        Deadline progress;

        @Nullable
        Deadline end;

        Running(Notes notes, int pieces, Waits waits) {
            this.notes = notes;
            this.pieces = pieces;
            progress = Deadline.in(waits.progress());
            boolean open = isDeposit(notes.intent());
            end = open ? null : Deadline.in(waits.total(pieces));
        }
    }

    boolean isRunning() {
        return running != null;
    }

    Connection link() {
        return link;
    }

    /// Begins an intent.
    ///
    /// @param told hears of every step that was written
    /// @return its outcome, or empty when it is on its way and [#advance] has to be called
    Optional<Outcome> begin(Intent intent, Consumer<Step> told) {
        try {
            var known = journal.find(intent.id());
            if (known.isPresent()) {
                return Optional.of(Notes.told(known.get()));
            }
            if (running != null || !journal.open(protocol.name()).isEmpty()) {
                return notStarted(DeviceFault.BUSY, "an earlier payment or deposit is not settled yet");
            }
            link.ensure();
            return planned(Notes.planned(journal, protocol.name(), intent, told));
        } catch (IOException e) {
            link.broke();
            return notStarted(DeviceFault.NO_ANSWER, words(e));
        } catch (IntentJournal.Unavailable e) {
            return unwritten(e);
        }
    }

    private Optional<Outcome> planned(Notes notes) {
        try {
            return armed(notes);
        } catch (IOException e) {
            link.broke();
            return voided(notes, DeviceFault.NO_ANSWER, words(e));
        } catch (IntentJournal.Unavailable e) {
            notes.tryToWrite(Step.of(notes.intent(), VOID, "the journal could not be written"));
            return unwritten(e);
        }
    }

    private static Optional<Outcome> unwritten(IntentJournal.Unavailable e) {
        return notStarted(DeviceFault.REFUSED, "nothing was sent, because it could not be written down: " + words(e));
    }

    /// Follows what is on its way for a slice of time.
    ///
    /// @return its outcome once there is one
    Optional<Outcome> advance() {
        var now = running();
        try {
            return switch (protocol.follow(waits.slice())) {
                case Progress.Quiet() -> waited(now);
                case Progress.Moving(var soFar, var held) -> moved(now, soFar, held);
                case Progress.Ended(var moved, var returned, var fault, var held, var words) ->
                    ended(now, moved, returned, fault, held, words);
                case Progress.Unclear(var words) -> unknown(now, words);
            };
        } catch (IOException e) {
            link.broke();
            return unknown(now, words(e));
        }
    }

    /// Ends the open deposit; its outcome comes through [#advance].
    void finish(boolean giveBack) {
        var now = running;
        if (now == null || !isDeposit(now.notes.intent())) {
            return;
        }
        now.end = Deadline.in(waits.total(now.pieces));
        now.progress = Deadline.in(waits.progress());
        try {
            protocol.finish(giveBack, waits.ack());
        } catch (IOException _) {
            // The next look along the cable finds it broken, and evidence is gathered.
            link.broke();
        }
    }

    /// Asks the machine to stop.
    void halt() {
        if (running == null) {
            return;
        }
        try {
            protocol.halt(waits.ack());
        } catch (IOException _) {
            link.broke();
        }
    }

    /// Lets go of what is on its way, without a word to anybody: the journal has it as open.
    void abandon() {
        running = null;
        link.broke();
    }

    /// Finds out about an intent that an earlier connection, or an earlier run of this program, left
    /// open.
    Outcome reconcile(IntentRecord record, Consumer<Step> told) {
        return new Reconciling(protocol, link, waits).outcome(Notes.of(journal, protocol.name(), record, told));
    }

    /// A person has counted.
    Outcome settle(IntentRecord record, Cash moved, Cash returned, String who, Consumer<Step> told) {
        var notes = Notes.of(journal, protocol.name(), record, told);
        if (!record.state().mayHaveBeenSent()) {
            return voided(notes, DeviceFault.REFUSED, "it was never sent").orElseThrow();
        }
        notes.dispute("a person counts");
        return notes.settle(moved, returned, false, Evidence.PERSON, Optional.empty(), "counted by " + who);
    }

    private Optional<Outcome> armed(Notes notes) throws IOException {
        var intent = notes.intent();
        var baseline = protocol.look();
        var hindrance = Hindrance.of(intent, link.greeting(), baseline);
        if (hindrance.isPresent()) {
            return voided(notes, hindrance.get().fault(), hindrance.get().words());
        }
        notes.write(Step.of(
                        intent,
                        ARMED,
                        link.greeting().model() + " " + link.greeting().serial())
                .seen(baseline));
        link.armed(intent.id());
        notes.write(Step.of(intent, SENT, ""));
        return sent(notes, baseline);
    }

    private Optional<Outcome> sent(Notes notes, Sight baseline) {
        var intent = notes.intent();
        var now = new Running(notes, pieces(intent, baseline), waits);
        try {
            var begun = protocol.begin(
                    intent,
                    baseline,
                    waits.ack(),
                    number -> notes.write(Step.of(intent, SENT, "").called(number)));
            return switch (begun) {
                case Begun.Accepted() -> {
                    notes.tryToWrite(Step.of(intent, ACKED, ""));
                    running = now;
                    yield Optional.empty();
                }
                case Begun.Refused(var fault, var words) -> refused(notes, fault, words);
                case Begun.NotEnough(var words) -> refused(notes, DeviceFault.REFUSED, words);
                case Begun.Silence(var words) -> unknown(now, words);
            };
        } catch (IOException e) {
            link.broke();
            return unknown(now, words(e));
        } catch (IntentJournal.Unavailable e) {
            // The machine's number could not be kept, and the protocol has not confirmed: but who knows.
            link.broke();
            return unknown(now, words(e));
        }
    }

    private Optional<Outcome> refused(Notes notes, DeviceFault fault, String words) {
        var none = Cash.none(notes.intent().ask().currency());
        return Optional.of(notes.settle(none, none, false, Evidence.ANSWER, Optional.of(fault), words));
    }

    private Optional<Outcome> moved(Running now, Cash soFar, boolean held) {
        if (soFar.minorUnits() != now.notes.moved().minorUnits() || held != now.notes.held()) {
            now.progress = Deadline.in(waits.progress());
            now.notes.tryToWrite(
                    Step.of(now.notes.intent(), MOVING, "").moved(soFar, Cash.none(soFar.currency()), held));
        }
        return waited(now);
    }

    private Optional<Outcome> waited(Running now) {
        if (!link.isWhole()) {
            return unknown(now, "the cable broke");
        }
        if (now.end == null) {
            return Optional.empty();
        }
        if (now.end.isOver()) {
            return unknown(now, "not finished in time");
        }
        if (!now.progress.isOver()) {
            return Optional.empty();
        }
        return unknown(now, "no sign of movement for " + waits.progress().toMillis() + " ms");
    }

    private Optional<Outcome> ended(
            Running now, Cash moved, Cash returned, Optional<DeviceFault> fault, boolean held, String words) {
        running = null;
        link.forget(now.notes.intent().id());
        return Optional.of(now.notes.settle(moved, returned, held, Evidence.ANSWER, fault, words));
    }

    private Optional<Outcome> unknown(Running now, String words) {
        running = null;
        now.notes.tryToWrite(Step.of(now.notes.intent(), UNKNOWN, words)
                .moved(now.notes.moved(), now.notes.returned(), now.notes.held()));
        return Optional.of(new Reconciling(protocol, link, waits).outcome(now.notes));
    }

    private Optional<Outcome> voided(Notes notes, DeviceFault fault, String words) {
        notes.tryToWrite(Step.of(notes.intent(), VOID, words));
        return notStarted(fault, words);
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("nothing is on its way");
        }
        return running;
    }

    private static Optional<Outcome> notStarted(DeviceFault fault, String words) {
        return Optional.of(new Outcome.NotStarted(fault, words));
    }

    private static boolean isDeposit(Intent intent) {
        return intent.purpose() == Intent.Purpose.TAKE || intent.purpose() == Intent.Purpose.FILL;
    }

    /// How many pieces this may take, for the limit: asked for, or all there are.
    private static int pieces(Intent intent, Sight baseline) {
        if (intent.ask() instanceof Intent.Ask.Exactly exactly) {
            return exactly.pieces().counts().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
        return baseline.holdings()
                .map(holdings -> holdings.in(Place.RECYCLER).counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .orElse(100);
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
