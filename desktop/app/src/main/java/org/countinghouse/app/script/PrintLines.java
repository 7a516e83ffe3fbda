package org.countinghouse.app.script;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.shell.Papers.Printed;
import org.countinghouse.app.shell.Prints;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.Spool.Slot;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.device.PrintJob;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.store.JournalReader;
import tools.jackson.databind.node.ObjectNode;

/// The lines of a script about slips on their way to the printer. No line waits for the printer, unless it says so.
final class PrintLines {
    private final Prints prints;
    private final JournalReader reader;
    private final TillId till;
    private final Attendance attendance;
    private final Replies replies;

    PrintLines(Workplace stage, Attendance attendance, Replies replies) {
        this.prints = stage.prints();
        this.reader = stage.reader();
        this.till = stage.till();
        this.attendance = attendance;
        this.replies = replies;
    }

    ObjectNode answer(Request request) {
        return attendance.inEarnest(
                "print-in-training",
                () -> prints.spool()
                        .map(spool -> answer(request, spool))
                        .orElseGet(() -> replies.refused("no-printer", Map.of())));
    }

    private ObjectNode answer(Request request, Spool spool) {
        return switch (request.command()) {
            case "print-slip" -> slip(request);
            case "print-jobs" -> jobs(request, spool);
            case "print-cancel" -> takeBack(request.whole("job"), spool);
            case "print-again" -> again(request.whole("job"), spool);
            default -> throw new BadRequest("unknown-command", Map.of("command", request.command()));
        };
    }

    /// Adds to a reply what becomes of the copy of a Z report.
    void copy(Entry z, ObjectNode reply) {
        if (prints.spool().isPresent() && !attendance.isPractising()) {
            reply.set("print", printed(prints.papers().copy(z, prints.language())));
        }
    }

    /// The same of the figures so far.
    void x(TillId of, boolean cashShown, ObjectNode reply) {
        reply.set(
                "print",
                attendance.isPractising()
                        ? replies.refused("print-in-training", Map.of())
                        : printed(prints.papers().x(of, cashShown, prints.language())));
    }

    private ObjectNode slip(Request request) {
        var id = request.uuid("entry").orElseThrow(() -> new BadRequest("missing-field", Map.of("field", "entry")));
        Optional<Entry> found = reader.find(id);
        if (found.isEmpty()) {
            return replies.refused("entry-not-found", Map.of("id", id.toString()));
        }
        Entry entry = found.get();
        if (!prints.papers().hasSlip(entry)) {
            return replies.refused("no-slip", Map.of("kind", entry.fact().kind()));
        }
        return entry.fact() instanceof ZReported && !attendance.may(Verb.READ_Z)
                ? attendance.notAllowed()
                : printed(prints.papers().slip(entry, prints.language()));
    }

    private ObjectNode jobs(Request request, Spool spool) {
        if (request.isSet("wait")) {
            spool.settle(Spool.DEADLINE);
        }
        var reply = Replies.ok();
        var jobs = reply.putArray("jobs");
        spool.jobs().forEach(slot -> told(slot, jobs.addObject()));
        return reply;
    }

    private ObjectNode takeBack(long number, Spool spool) {
        Optional<Slot> before = spool.job(number);
        if (before.isEmpty()) {
            return unknown(number);
        }
        spool.takeBack(number);
        var after = spool.job(number).orElseThrow().job();
        return after.why() == PrintJob.Why.TAKEN_BACK
                ? job(after, Replies.ok())
                : replies.refused(
                        "print-job-ended", Map.of("job", Long.toString(number), "state", word(after.state())));
    }

    /// What tells the expected cash is not printed again for who counts blind.
    private ObjectNode again(long number, Spool spool) {
        Optional<Slot> slot = spool.job(number);
        if (slot.isEmpty()) {
            return unknown(number);
        }
        return slot.get().tellsCash() && !attendance.may(Verb.READ_EXPECTED)
                ? attendance.notAllowed()
                : printed(spool.printAgain(number, Duration.ZERO));
    }

    private ObjectNode unknown(long number) {
        return replies.refused("print-job-unknown", Map.of("job", Long.toString(number)));
    }

    private ObjectNode printed(Printed printed) {
        return switch (printed) {
            case Printed.Out(var job) -> placed(job);
            case Printed.NotOut(var job) -> placed(job);
            case Printed.Stopped(var job) -> placed(job);
            case Printed.Unknown(var job) -> placed(job);
            case Printed.Late(var job) -> placed(job);
            case Printed.TakenBack(var job) -> placed(job);
            case Printed.OnItsWay(var job) -> placed(job);
            case Printed.Full(var waiting) ->
                replies.refused("print-queue-full", Map.of("waiting", Integer.toString(waiting)));
            case Printed.Gone() -> replies.refused("print-gone", Map.of());
            case Printed.NothingOpen() -> replies.refused("no-open-shift", Map.of("till", till.name()));
            case Printed.NoPrinter() -> replies.refused("no-printer", Map.of());
        };
    }

    private ObjectNode placed(PrintJob job) {
        return prints.spool()
                .flatMap(spool -> spool.job(job.number()))
                .map(slot -> told(slot, Replies.ok()))
                .orElseGet(() -> job(job, Replies.ok()));
    }

    private static ObjectNode told(Slot slot, ObjectNode into) {
        job(slot.job(), into);
        if (slot.duplicate()) {
            into.put("duplicate", true);
        }
        return into;
    }

    private static ObjectNode job(PrintJob job, ObjectNode into) {
        into.put("job", job.number()).put("what", job.slip().title()).put("state", word(job.state()));
        if (job.why() != PrintJob.Why.NOTHING) {
            into.put("why", word(job.why())).put("reason", job.reason());
        }
        job.duplicateOf().ifPresent(number -> into.put("again", number));
        return into;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
