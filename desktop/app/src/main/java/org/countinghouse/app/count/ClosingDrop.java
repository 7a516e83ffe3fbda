package org.countinghouse.app.count;

import java.util.HashMap;
import java.util.Optional;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// What a close sends to the safe.
final class ClosingDrop {
    private ClosingDrop() {}

    /// All but the float: the largest notes go first, and never so many that less than the float stays.
    ///
    /// @return nothing when there is nothing to send
    static Optional<Cash> proposed(Cash counted, Money floatTarget) {
        Money above = counted.amount().minus(floatTarget);
        if (!above.isPositive()) {
            return Optional.empty();
        }
        return counted.pieces()
                .map(pieces -> Cash.of(largest(pieces, above)))
                .or(() -> Optional.of(Cash.of(above)))
                .filter(drop -> drop.amount().isPositive());
    }

    private static Pieces largest(Pieces counted, Money most) {
        var counts = new HashMap<Long, Long>();
        long rest = most.minorUnits();
        for (var each : counted.counts().entrySet()) {
            long pieces = Math.min(each.getValue(), rest / each.getKey());
            counts.put(each.getKey(), pieces);
            rest -= pieces * each.getKey();
        }
        return Pieces.of(counted.currency(), counts);
    }
}
