package org.countinghouse.ledger.till;

import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;

/// What the customer handed over by one means of payment.
///
/// @param received the amount, with the pieces where it was cash and they are known
public record Tendered(Tender tender, Cash received) {
    public static Tendered of(Tender tender, Money amount) {
        return new Tendered(tender, Cash.of(amount));
    }

    public Money amount() {
        return received.amount();
    }
}
