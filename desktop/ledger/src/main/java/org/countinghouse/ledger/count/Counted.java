package org.countinghouse.ledger.count;

import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// A till's cash in one currency: what the ledger says must be there and what a person counted.
public record Counted(Money expected, Cash counted) {
    /// Counted minus expected; short is negative. Always shown with its word.
    public Money overShort() {
        return counted.amount().minus(expected);
    }

    public Currency currency() {
        return expected.currency();
    }
}
