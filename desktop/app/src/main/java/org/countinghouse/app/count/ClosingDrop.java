package org.countinghouse.app.count;

import java.util.Optional;
import org.countinghouse.ledger.count.FloatPlanner;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;

/// What a close sends to the safe.
final class ClosingDrop {
    private ClosingDrop() {}

    /// All but the float: small change stays, and never so much goes that less than the float stays.
    ///
    /// @return nothing when there is nothing to send
    static Optional<Cash> proposed(Cash counted, Money floatTarget) {
        Money above = counted.amount().minus(floatTarget);
        if (!above.isPositive()) {
            return Optional.empty();
        }
        return counted.pieces()
                .map(pieces -> Cash.of(FloatPlanner.plan(pieces, floatTarget).drop()))
                .or(() -> Optional.of(Cash.of(above)))
                .filter(drop -> drop.amount().isPositive());
    }
}
