package org.countinghouse.ledger.till;

import org.countinghouse.ledger.money.Money;

/// One item of a sale.
///
/// @param quantity whole pieces, at least 1
/// @param unitPrice what one piece costs
public record SaleLine(String item, long quantity, Money unitPrice) {
    public SaleLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("a sale line has at least 1 piece, not " + quantity);
        }
    }

    public Money total() {
        return unitPrice.times(quantity);
    }
}
