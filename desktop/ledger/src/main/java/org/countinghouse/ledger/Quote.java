package org.countinghouse.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.till.SaleMade;

/// What would come of a sale, for who asks before it is made: by the same rules, at rates that are handed in. It
/// writes nothing and knows the sale alone; whether a shift is open and who sells is asked when it is made.
public sealed interface Quote {
    /// It settles so.
    record Settles(SaleMade sale) implements Quote {}

    /// @param details values for the placeholders of the refusal's text
    record Refused(Refusal why, Map<String, String> details) implements Quote {
        public Refused {
            details = Map.copyOf(details);
        }
    }

    /// @param rates those that hold, at most one for a pair of currencies
    static Quote of(Command.Sell sell, Collection<ExchangeRate> rates) {
        try {
            var outcome = SaleRules.settled(sell, (own, foreign) -> find(rates, own, foreign));
            return outcome.refusal()
                    .map(Quote::refused)
                    .orElseGet(() -> new Settles(outcome.sale().orElseThrow()));
        } catch (ArithmeticException _) {
            return refused(CashRules.tooLarge(""));
        }
    }

    private static Optional<ExchangeRate> find(Collection<ExchangeRate> rates, Currency own, Currency foreign) {
        return rates.stream()
                .filter(rate ->
                        rate.one().currency().equals(own) && rate.foreign().equals(foreign))
                .findFirst();
    }

    private static Quote refused(Decision decision) {
        return switch (decision) {
            case Decision.Refused(var why, var details) -> new Refused(why, details);
            case Decision.Decided decided -> throw new IllegalStateException("no refusal: " + decided);
        };
    }
}
