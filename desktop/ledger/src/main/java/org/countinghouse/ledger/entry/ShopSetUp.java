package org.countinghouse.ledger.entry;

import java.util.List;
import org.countinghouse.ledger.till.TillId;

/// The shop as this station serves it; a later one replaces it.
///
/// @param currencies ISO codes, the shop's main currency first
/// @param zone the IANA name of the shop's time zone
public record ShopSetUp(String name, List<String> currencies, List<TillId> tills, String zone) implements Fact {
    public ShopSetUp {
        if (currencies.isEmpty() || tills.isEmpty()) {
            throw new IllegalArgumentException("a shop has at least one currency and one till");
        }
        currencies = List.copyOf(currencies);
        tills = List.copyOf(tills);
    }
}
