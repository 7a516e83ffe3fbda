package org.countinghouse.app.till;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Pieces;

/// What holds at this till while somebody pays.
///
/// @param rates of the sale's currency, in the shop's order of the others
/// @param stock the notes and coins the books know to lie in the till
/// @param rateSetters the names of those who may set a rate
record Terms(List<ExchangeRate> rates, Map<Currency, Pieces> stock, List<String> rateSetters) {
    /// Before anything is known.
    static final Terms UNKNOWN = new Terms(List.of(), Map.of(), List.of());

    Terms {
        rates = List.copyOf(rates);
        stock = Map.copyOf(stock);
        rateSetters = List.copyOf(rateSetters);
    }

    Optional<ExchangeRate> rate(Currency own, Currency foreign) {
        return rates.stream()
                .filter(rate ->
                        rate.one().currency().equals(own) && rate.foreign().equals(foreign))
                .findFirst();
    }

    Pieces stock(Currency currency) {
        return stock.getOrDefault(currency, Pieces.none(currency));
    }
}
