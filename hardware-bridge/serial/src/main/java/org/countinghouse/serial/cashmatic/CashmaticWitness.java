package org.countinghouse.serial.cashmatic;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.serial.cashmatic.CashmaticReader.Transaction;

/// What a Cashmatic knows of an intent. Only its last transaction can be read, and it carries the reference the host
/// gave it: ours means this is the record; the one seen before the command, still, means that it never came; any
/// other means that somebody else was there, and ours may lie below.
final class CashmaticWitness {
    /// With less time than this there is no use in asking once more.
    private static final Duration LAST_LOOK = Duration.ofMillis(300);

    private final CashmaticLine line;
    private final CashmaticSettings settings;
    private final Intent intent;
    private final Sight baseline;
    private final Deadline deadline;

    CashmaticWitness(
            CashmaticLine line, CashmaticSettings settings, Intent intent, Sight baseline, Deadline deadline) {
        this.line = line;
        this.settings = settings;
        this.intent = intent;
        this.baseline = baseline;
        this.deadline = deadline;
    }

    Testimony testify() throws IOException {
        String ours = Meaning.reference(intent);
        while (true) {
            var active = line.active(deadline.left());
            if (active.isIdle()) {
                return ofTheLast(ours);
            }
            if (active.reference().equals(ours)) {
                return Meaning.strange(intent, active)
                        .<Testimony>map(strange -> new Testimony.Contradicts("what runs " + strange))
                        .orElseGet(() -> new Testimony.StillMoving(Meaning.soFar(intent, active)));
            }
            if (!active.reference().isEmpty()) {
                return new Testimony.Contradicts("another host's transaction runs");
            }
            if (deadline.left().minus(settings.http().poll()).compareTo(LAST_LOOK) < 0) {
                return new Testimony.Silent("a transaction runs that does not say whose it is");
            }
            line.pause(settings.http().poll());
        }
    }

    private Testimony ofTheLast(String ours) throws IOException {
        var last = line.last(deadline.left());
        if (last.isEmpty()) {
            return new Testimony.Silent("the machine has no record of any transaction");
        }
        if (last.get().reference().equals(ours)) {
            return known(last.get());
        }
        if (baseline.record().isEmpty()) {
            return new Testimony.Silent("nobody knows what the machine's last transaction was before");
        }
        return baseline.record().get().equals(last.get().key())
                ? stillTheSame(last.get())
                : new Testimony.Contradicts("transaction " + last.get().id() + " came after, and is not ours");
    }

    private Testimony known(Transaction told) {
        var strange = Meaning.strange(intent, told);
        return strange.isPresent()
                ? new Testimony.Contradicts("transaction " + told.id() + " " + strange.get())
                : new Testimony.Knows(
                        Meaning.moved(intent, told),
                        Meaning.returned(intent, told),
                        false,
                        Evidence.RECORD,
                        "transaction " + told.id() + " carries our reference");
    }

    /// The command may still be on its way into a machine that serves one caller at a time; and a record may have been
    /// lost together with the power, but not what came out.
    private Testimony stillTheSame(Transaction before) throws IOException {
        line.pause(settings.http().quiet());
        boolean quiet = line.active(deadline.left()).isIdle()
                && line.last(deadline.left()).map(Transaction::key).equals(Optional.of(before.key()));
        if (!quiet) {
            return new Testimony.Silent("the machine began something while it was asked");
        }
        var inside = Meaning.holdings(line.levels(deadline.left()));
        return baseline.holdings().isPresent() && !baseline.holdings().get().equals(inside)
                ? new Testimony.Contradicts("there is no new transaction, and what is inside has changed")
                : new Testimony.NeverHeard(
                        Evidence.RECORD, "transaction " + before.id() + " is the last one, as it was before");
    }
}
