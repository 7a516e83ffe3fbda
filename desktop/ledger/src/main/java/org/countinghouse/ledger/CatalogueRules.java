package org.countinghouse.ledger;

import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// What the shop sells and at which price.
final class CatalogueRules {
    /// As a word of an account, so that one item can have an account of its own some day.
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,64}");

    private final Books books;
    private final Circumstances circumstances;

    CatalogueRules(Books books, Circumstances circumstances) {
        this.books = books;
        this.circumstances = circumstances;
    }

    Decision set(ItemSet item) {
        return malformed(item).or(() -> mispriced(item)).orElseGet(() -> CashRules.outsideShift(item, circumstances));
    }

    /// What is withdrawn may lack a name and a price: nobody sees it.
    private static Optional<Decision> malformed(ItemSet item) {
        if (!WORD.matcher(item.item()).matches()) {
            return refused(Refusal.ITEM_NOT_A_WORD, item);
        }
        if (item.onSale() && item.names().isEmpty()) {
            return refused(Refusal.NAME_MISSING, item);
        }
        return item.onSale() && item.prices().isEmpty() ? refused(Refusal.PRICE_MISSING, item) : Optional.empty();
    }

    private static Optional<Decision> refused(Refusal why, ItemSet item) {
        return Optional.of(CashRules.refuse(why, "item", item.item()));
    }

    private Optional<Decision> mispriced(ItemSet item) {
        var currencies = new HashSet<Currency>();
        for (Money price : item.prices()) {
            if (!price.isPositive()) {
                return Optional.of(CashRules.refuse(Refusal.NOT_POSITIVE, "amount", price.toString()));
            }
            if (price.isBeyondReach()) {
                return Optional.of(CashRules.tooLarge(price.toString()));
            }
            String code = price.currency().code();
            if (!isOfShop(code)) {
                return Optional.of(CashRules.refuse(Refusal.CURRENCY_NOT_HERE, "currency", code));
            }
            if (!currencies.add(price.currency())) {
                return Optional.of(CashRules.refuse(Refusal.NAMED_TWICE, "currency", code));
            }
        }
        return Optional.empty();
    }

    /// A price in a currency the shop does not trade in would never be seen.
    private boolean isOfShop(String code) {
        return books.shop().map(ShopSetUp::currencies).stream().anyMatch(each -> each.contains(code));
    }
}
