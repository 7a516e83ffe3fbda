package org.countinghouse.ledger.till;

import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;

/// One currency taken or given for another within a sale, at a rate frozen here.
///
/// @param worth in the sale's currency: positive when the till took the other currency for it, negative when it
///     gave it
/// @param exact the same in the other currency at the shop's rate, to its minor unit, before cash rounding
public record Exchange(ExchangeRate rate, Money worth, Money exact) {
    public static Exchange taken(ExchangeRate rate, Money worth) {
        return new Exchange(rate, worth, rate.taken(worth));
    }

    public static Exchange given(ExchangeRate rate, Money worth) {
        return new Exchange(rate, worth.negated(), rate.given(worth).negated());
    }

    public Money atReference() {
        return rate.atReference(worth);
    }

    /// What the shop earned by its rate, in the other currency; negative when it lost.
    public Money spread() {
        return exact.minus(atReference());
    }
}
