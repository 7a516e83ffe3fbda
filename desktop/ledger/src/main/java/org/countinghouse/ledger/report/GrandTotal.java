package org.countinghouse.ledger.report;

import org.countinghouse.ledger.money.Money;

/// What a till has ever taken and ever refunded in one currency, kept apart and never reset.
public record GrandTotal(Money sales, Money refunds) {
    public Money net() {
        return sales.minus(refunds);
    }
}
