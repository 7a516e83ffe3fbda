package org.countinghouse.app.shell;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;

/// The shop as the screens of one station show it.
///
/// @param till the till this station serves
/// @param currencies the main one first, with at least one
/// @param limits sums the screens propose and warn by
public record Shop(
        String name,
        TillId till,
        ZoneId zone,
        List<Currency> currencies,
        List<Item> items,
        Reasons reasons,
        Limits limits) {
    public Shop {
        if (currencies.isEmpty()) {
            throw new IllegalArgumentException("a shop has at least one currency");
        }
        currencies = List.copyOf(currencies);
        items = List.copyOf(items);
    }

    public Currency mainCurrency() {
        return currencies.getFirst();
    }

    /// A thing with a price.
    ///
    /// @param item the word the books keep
    /// @param prices at most one per currency
    public record Item(String item, Map<Language, String> names, List<Money> prices) {
        /// In a language without a name, the English one; without that, the word.
        public String name(Language language) {
            return names.getOrDefault(language, names.getOrDefault(Language.ENGLISH, item));
        }

        public Optional<Money> price(Currency currency) {
            return in(prices, currency);
        }
    }

    /// Why cash moves or the drawer opens.
    ///
    /// @param word what the books keep: `a-z`, `0-9` and `-`
    public record Reason(String word, Map<Language, String> names) {
        public String name(Language language) {
            return names.getOrDefault(language, word);
        }
    }

    public record Reasons(List<Reason> paidIn, List<Reason> paidOut, List<Reason> noSale, List<Reason> refund) {}

    /// Each list holds at most one sum per currency.
    ///
    /// @param floatTarget what should stay in the till at a close
    /// @param safeDrop above it the till says that a safe drop is due
    /// @param overShort above it a difference should be counted again
    public record Limits(List<Money> floatTarget, List<Money> safeDrop, List<Money> overShort) {
        public Money floatTarget(Currency currency) {
            return in(floatTarget, currency).orElse(currency.zero());
        }

        public Optional<Money> safeDrop(Currency currency) {
            return in(safeDrop, currency);
        }

        public Optional<Money> overShort(Currency currency) {
            return in(overShort, currency);
        }
    }

    private static Optional<Money> in(List<Money> sums, Currency currency) {
        return sums.stream().filter(sum -> sum.currency().equals(currency)).findFirst();
    }
}
