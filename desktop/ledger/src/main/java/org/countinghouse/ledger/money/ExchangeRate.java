package org.countinghouse.ledger.money;

import java.math.BigInteger;
import java.time.Instant;

/// What a shop gives and takes for one currency in another. Frozen into every sale that used it, so that a later
/// rate moves nothing that was. Immutable.
///
/// @param one so much of the shop's currency, usually one whole unit: `1.00 USD`
/// @param take what the shop asks for it when a customer pays in the other currency: `4100 KHR`
/// @param give what the shop gives for it as change: `4000 KHR`
/// @param reference what it is worth; take and give against it are the spread
/// @param source who said so: `National Bank of Cambodia`
/// @param at when it was set
public record ExchangeRate(Money one, Money take, Money give, Money reference, String source, Instant at) {
    public ExchangeRate {
        if (!one.isPositive() || !take.isPositive() || !give.isPositive() || !reference.isPositive()) {
            throw new IllegalArgumentException("a rate is positive on both sides, not " + one + " for " + take);
        }
        if (one.currency().equals(take.currency())
                || !take.currency().equals(give.currency())
                || !take.currency().equals(reference.currency())) {
            throw new IllegalArgumentException("a rate is between two currencies, not " + one + " and " + take);
        }
    }

    public Currency foreign() {
        return take.currency();
    }

    /// What an amount of the shop's currency is when the shop takes the other one, to the nearest minor unit.
    public Money taken(Money worth) {
        return times(worth, take);
    }

    /// What an amount of the shop's currency is when the shop gives the other one.
    public Money given(Money worth) {
        return times(worth, give);
    }

    /// What an amount of the shop's currency is worth in the other one.
    public Money atReference(Money worth) {
        return times(worth, reference);
    }

    /// Exact to the last step, then to the nearest minor unit, half away from zero.
    private Money times(Money worth, Money rate) {
        if (!worth.currency().equals(one.currency())) {
            throw new IllegalArgumentException("a rate for " + one.currency() + " says nothing of " + worth);
        }
        var twice = BigInteger.valueOf(worth.minorUnits())
                .abs()
                .multiply(BigInteger.valueOf(rate.minorUnits()))
                .shiftLeft(1)
                .add(BigInteger.valueOf(one.minorUnits()));
        long nearest =
                twice.divide(BigInteger.valueOf(one.minorUnits()).shiftLeft(1)).longValueExact();
        return foreign().of(worth.isNegative() ? -nearest : nearest);
    }
}
