package org.countinghouse.ledger.shift;

import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;

/// The opening of a shift in one currency.
///
/// @param left what the last counted close left in the till, less the drop
/// @param fromSafe what the safe gave on top
/// @param counted what the cashier counted: this enters the till, once
public record OpeningFloat(Money left, Money fromSafe, Cash counted) {
    /// What the cashier should find: the proposal for the opening.
    public Money proposed() {
        return left.plus(fromSafe);
    }

    /// Counted minus proposed; short is negative.
    public Money overShort() {
        return counted.amount().minus(proposed());
    }
}
