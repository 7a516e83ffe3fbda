package org.countinghouse.app.shell;

import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.device.PrintJob;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;

/// Prints what the screens ask for. Waits a moment for the printer: never call it on the screen thread.
public interface Papers {
    /// Whether there is a slip of such an entry.
    default boolean hasSlip(Entry entry) {
        return true;
    }

    /// The slip of one entry: a receipt, a paid-out slip, a safe drop, a Z report. It is printed once: asked for
    /// again, it is marked as a duplicate when something of it may be on paper.
    ///
    /// @throws IllegalArgumentException when there is no slip of such an entry
    Printed slip(Entry entry, Language language);

    /// The same slip once more, marked as a copy.
    Printed copy(Entry entry, Language language);

    /// The copy of an entry that is on its way to the printer, or was asked for a moment ago by the same press.
    default Optional<Printed> copyOnItsWay(Entry entry) {
        return Optional.empty();
    }

    /// The figures so far.
    ///
    /// @param cashShown whether the slip may tell what cash is expected
    Printed x(TillId till, boolean cashShown, Language language);

    /// What became of a wish to print.
    sealed interface Printed {
        /// It is on paper: the printer said so.
        record Out(PrintJob job) implements Printed {}

        /// Nothing of it is on paper.
        record NotOut(PrintJob job) implements Printed {}

        /// It stopped in the middle; a part of it may be on paper.
        record Stopped(PrintJob job) implements Printed {}

        /// It was begun, and nobody knows whether it is on paper.
        record Unknown(PrintJob job) implements Printed {}

        /// It waited until its deadline and is not printed any more.
        record Late(PrintJob job) implements Printed {}

        /// Somebody took it back before it began.
        record TakenBack(PrintJob job) implements Printed {}

        /// It waits, or is being printed, and was not placed a second time.
        record OnItsWay(PrintJob job) implements Printed {}

        /// Too many slips are waiting; this one was not placed.
        record Full(int waiting) implements Printed {}

        /// The printer is not used any more: the station is closing, or the job is too long ago.
        record Gone() implements Printed {}

        /// No shift is open whose figures could be printed.
        record NothingOpen() implements Printed {}

        /// This station has no printer.
        record NoPrinter() implements Printed {}

        /// How a job stands.
        static Printed of(PrintJob job) {
            return switch (job.state()) {
                case WAITING, PRINTING -> new OnItsWay(job);
                case PRINTED -> new Out(job);
                case PRINT_UNKNOWN -> new Unknown(job);
                case STOPPED -> new Stopped(job);
                case REFUSED -> new NotOut(job);
                case CANCELLED -> new TakenBack(job);
                case LATE -> new Late(job);
            };
        }

        /// What the person should know and do next.
        default Notice notice() {
            return switch (this) {
                case Out(var job) -> about(job, Tone.SUCCESS, "report.printed");
                case NotOut(var job) -> about(job, Tone.WARNING, "device.printer.failed");
                case Stopped(var job) -> about(job, Tone.WARNING, "device.print.stopped");
                case Unknown(var job) -> about(job, Tone.WARNING, "device.print.unknown");
                case Late(var job) -> about(job, Tone.WARNING, "device.print.late");
                case TakenBack(var job) -> about(job, Tone.INFO, "device.print.takenBack");
                case OnItsWay(var job) -> about(job, Tone.INFO, "device.print.onItsWay");
                case Full(var waiting) -> new Notice(Tone.WARNING, "device.print.full", Map.of("count", waiting));
                case Gone() -> Notice.of(Tone.WARNING, "device.print.gone");
                case NothingOpen() -> Notice.of(Tone.WARNING, "device.print.nothingOpen");
                case NoPrinter() -> Notice.of(Tone.WARNING, "device.print.noPrinter");
            };
        }

        private static Notice about(PrintJob job, Tone tone, String key) {
            return new Notice(
                    tone, key, Map.of("slip", job.slip().title(), "why", new Notice.Word(Printed.word(job.why()))));
        }

        /// The text that says why a job ended as it did.
        static String word(PrintJob.Why why) {
            return switch (why) {
                case NOTHING -> "device.print.why.nothing";
                case OUT_OF_PAPER -> "device.state.out-of-paper";
                case COVER_OPEN -> "device.state.cover-open";
                case JAMMED -> "device.state.jammed";
                case NO_ANSWER -> "device.state.no-answer";
                case REFUSED -> "device.state.refused";
                case UNCONFIRMED -> "device.print.why.unconfirmed";
                case DEADLINE -> "device.print.why.deadline";
                case TAKEN_BACK -> "device.print.why.takenBack";
                case CLOSED -> "device.print.why.closed";
            };
        }
    }
}
