package org.countinghouse.serial.cashdro;

import java.util.Optional;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.serial.cashdro.CashDroReader.Operation;

/// What the totals of an operation mean for an intent.
final class Totals {
    private Totals() {}

    static Cash moved(Intent intent, Operation operation) {
        long moved = isPayment(intent) ? operation.out() : Math.max(0, operation.in() - operation.out());
        return Cash.amount(intent.ask().currency(), moved);
    }

    static Cash returned(Intent intent, Operation operation) {
        return Cash.amount(intent.ask().currency(), isPayment(intent) ? 0 : operation.out());
    }

    static Cash soFar(Intent intent, Operation operation) {
        return Cash.amount(intent.ask().currency(), isPayment(intent) ? operation.out() : operation.in());
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
