package org.countinghouse.ledger.till;

import java.util.List;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;

/// What settling a sale took beyond its own currency to the minor unit.
///
/// @param exchanges currencies exchanged, at frozen rates
/// @param rounding what cash rounding brought the shop, one per currency; negative when it cost
/// @param change given back in other currencies than the sale's
public record Settlement(List<Exchange> exchanges, List<Money> rounding, List<Cash> change) {
    public static final Settlement PLAIN = new Settlement(List.of(), List.of(), List.of());

    public Settlement {
        exchanges = List.copyOf(exchanges);
        rounding = rounding.stream().filter(gain -> !gain.isZero()).toList();
        change = change.stream().filter(cash -> !cash.amount().isZero()).toList();
    }

    public boolean isPlain() {
        return equals(PLAIN);
    }
}
