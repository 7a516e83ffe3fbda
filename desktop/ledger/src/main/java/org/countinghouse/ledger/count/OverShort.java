package org.countinghouse.ledger.count;

import org.countinghouse.ledger.money.Money;

/// The word that always goes with the sign of an over/short.
public enum OverShort {
    OVER,
    SHORT,
    EXACT;

    /// @param difference counted minus expected
    public static OverShort of(Money difference) {
        if (difference.isZero()) {
            return EXACT;
        }
        return difference.isPositive() ? OVER : SHORT;
    }
}
