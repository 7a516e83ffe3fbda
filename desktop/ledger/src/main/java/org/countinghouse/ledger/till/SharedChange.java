package org.countinghouse.ledger.till;

import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// An amount shared between two currencies.
///
/// @param first pieces of the first currency
/// @param rest what they leave of the amount, in the first currency
/// @param exchanged the rest in the second currency at the rate, to the nearest minor unit
/// @param settled what cash pays out for it
/// @param second how that is paid
public record SharedChange(Pieces first, Money rest, Money exchanged, Money settled, ChangeAdvice second) {
    /// What the customer gets more than the rate gives; negative when it is less.
    public Money rounding() {
        return settled.minus(exchanged);
    }

    public boolean isPaid() {
        return second instanceof ChangeAdvice.Paid;
    }
}
