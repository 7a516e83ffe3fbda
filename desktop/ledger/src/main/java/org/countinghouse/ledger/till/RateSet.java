package org.countinghouse.ledger.till;

import java.time.Instant;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;

/// The shop exchanges at another rate from now on. What was sold before keeps its own.
///
/// @param one so much of the shop's currency
/// @param take what the shop asks for it, `give` what it gives as change, `reference` what it is worth
/// @param source who said so
public record RateSet(Money one, Money take, Money give, Money reference, String source) implements Fact {
    public RateSet {
        // A rate that is none is refused here, not when it is used.
        new ExchangeRate(one, take, give, reference, source, Instant.EPOCH);
    }

    public ExchangeRate since(Instant at) {
        return new ExchangeRate(one, take, give, reference, source, at);
    }
}
