package org.countinghouse.ledger.count;

import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;

/// What the slips of a tender came to beside what the books say was paid by it. Its over or short moves no cash.
public record Declared(Tender tender, Money expected, Money declared) {
    public Money overShort() {
        return declared.minus(expected);
    }
}
