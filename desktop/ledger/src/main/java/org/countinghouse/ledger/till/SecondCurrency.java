package org.countinghouse.ledger.till;

import org.countinghouse.ledger.money.CashRounding;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// A currency that the remainder of an amount is paid in, at an exact rate: `one` is worth `worth`, 1.00 USD is 4100
/// KHR.
///
/// @param stock what the till holds of it
/// @param one in the first currency, more than zero
/// @param worth in this one, more than zero
public record SecondCurrency(Pieces stock, Money one, Money worth) {
    public SecondCurrency {
        if (!one.isPositive() || !worth.isPositive()) {
            throw new IllegalArgumentException("a rate is more than zero, not " + one + " for " + worth);
        }
        if (!stock.currency().equals(worth.currency())) {
            throw new IllegalArgumentException("a rate for " + worth.currency() + " pays nothing in " + stock);
        }
    }

    /// What cash pays out for an amount of the first currency.
    Money paidOut(Money amount) {
        return worth.currency().rounding().refundAt(amount, one, worth);
    }

    /// The amount at the rate, to the nearest minor unit.
    Money exchanged(Money amount) {
        return CashRounding.nearest(1).saleAt(amount, one, worth);
    }
}
