package org.countinghouse.serial.cashdro;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.Deadline;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.serial.cashdro.CashDroReader.Operation;
import org.countinghouse.serial.cashdro.CashDroReader.Phase;

/// What a CashDro knows of an intent.
///
/// An operation runs after `acknowledgeOperationId` and not before, and we acknowledge only a number that was kept.
/// So a kept number leads to the machine's record, and without one nothing of ours can have run. Whatever does not
/// fit is a contradiction: a person looks.
final class CashDroWitness {
    private final CashDroLine line;
    private final CashDroSettings settings;
    private final Intent intent;
    private final Deadline deadline;

    CashDroWitness(CashDroLine line, CashDroSettings settings, Intent intent, Deadline deadline) {
        this.line = line;
        this.settings = settings;
        this.intent = intent;
        this.deadline = deadline;
    }

    Testimony testify(Optional<String> number, Sight baseline) throws IOException {
        return number.isPresent() ? ofNumber(number.get()) : ofNone(baseline);
    }

    private Testimony ofNumber(String number) throws IOException {
        var first = line.operation(number, left());
        if (first.isEmpty() || first.get().phase() != Phase.INIT) {
            return told(number, first);
        }
        // The confirmation may still be on its way into a machine that serves one caller at a time.
        line.pause(settings.http().quiet());
        var second = line.operation(number, left());
        return second.isPresent() && second.get().phase() == Phase.INIT && strange(number, second.get()).isEmpty()
                ? new Testimony.NeverHeard(Evidence.RECORD, "operation " + number + " was never acknowledged")
                : told(number, second);
    }

    private Testimony told(String number, Optional<Operation> asked) {
        if (asked.isEmpty()) {
            return new Testimony.Silent("the machine does not know operation " + number + " any more");
        }
        var operation = asked.get();
        var strange = strange(number, operation);
        if (strange.isPresent()) {
            return new Testimony.Contradicts("operation " + number + " " + strange.get());
        }
        return switch (operation.phase()) {
            case FINISHED ->
                new Testimony.Knows(
                        Totals.moved(intent, operation),
                        Totals.returned(intent, operation),
                        false,
                        Evidence.RECORD,
                        "operation " + number + " ended" + (operation.failed() ? " with an error" : ""));
            case QUEUED, EXECUTING -> new Testimony.StillMoving(Totals.soFar(intent, operation));
            case INIT -> new Testimony.Silent("operation " + number + " does not run, and did not hold still");
        };
    }

    private Testimony ofNone(Sight baseline) throws IOException {
        for (int looks = 0; looks < 2; looks++) {
            var executing = line.executing(left());
            if (executing.isPresent()) {
                return new Testimony.Contradicts("operation " + executing.get() + " runs, and we acknowledged none");
            }
            if (looks == 0) {
                line.pause(settings.http().quiet());
            }
        }
        var inside = Inside.holdings(line.levels(left()), settings.currency());
        return baseline.holdings().isPresent() && !baseline.holdings().get().equals(inside)
                ? new Testimony.Contradicts("we acknowledged no operation, and what is inside has changed all the same")
                : new Testimony.NeverHeard(Evidence.RECORD, "no operation was acknowledged, and none runs");
    }

    /// What makes an operation of that number another than ours: numbers may begin anew after a loss of memory.
    private Optional<String> strange(String number, Operation operation) {
        if (!operation.id().equals(number)) {
            return Optional.of("is called " + operation.id());
        }
        if (!operation.alias().isEmpty() && !operation.alias().equals(CashDroProtocol.alias(intent))) {
            return Optional.of("is another counter's");
        }
        long asked = intent.ask().minorUnits().orElse(0L);
        long total = Math.abs(operation.total().orElse(0));
        if (asked > 0 && total > 0 && asked != total) {
            return Optional.of("is about " + total + ", not " + asked);
        }
        return Totals.strange(intent, operation);
    }

    private Duration left() {
        return deadline.left();
    }

    /// What the totals of an operation mean for an intent.
    static final class Totals {
        private Totals() {}

        static Cash moved(Intent intent, Operation operation) {
            long moved = isPayment(intent) ? operation.out() : Math.max(0, operation.in() - operation.out());
            return Cash.amount(intent.ask().currency(), moved);
        }

        static Cash returned(Intent intent, Operation operation) {
            return Cash.amount(intent.ask().currency(), isPayment(intent) ? 0 : operation.out());
        }

        static Cash soFar(Intent intent, Operation operation) {
            return Cash.amount(
                    intent.ask().currency(), isPayment(intent) ? operation.out() : operation.in());
        }

        /// What cannot be, if anything.
        static Optional<String> strange(Intent intent, Operation operation) {
            long asked = intent.ask().minorUnits().orElse(Long.MAX_VALUE);
            if (isPayment(intent) && (operation.in() > 0 || operation.out() > asked)) {
                return Optional.of("took " + operation.in() + " and paid " + operation.out() + " of " + asked);
            }
            return !isPayment(intent) && operation.out() > operation.in()
                    ? Optional.of("gave back " + operation.out() + " of " + operation.in())
                    : Optional.empty();
        }

        static boolean isPayment(Intent intent) {
            return intent.purpose() == Intent.Purpose.PAY;
        }
    }
}
