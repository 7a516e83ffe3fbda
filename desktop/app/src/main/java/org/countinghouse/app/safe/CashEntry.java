package org.countinghouse.app.safe;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.countinghouse.app.shell.AmountEntry;
import org.countinghouse.app.shell.Amounts;
import org.countinghouse.app.shell.CountSheet;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;

/// Cash while it is typed: an amount or notes and coins, in one currency or in each.
final class CashEntry {
    private final List<Page> pages;
    private final BooleanProperty byPieces = new SimpleBooleanProperty(false);
    private final ObjectProperty<Page> page;

    /// One currency's.
    record Page(AmountEntry amount, CountSheet sheet) {
        Currency currency() {
            return sheet.currency();
        }
    }

    CashEntry(List<Currency> currencies) {
        pages = currencies.stream()
                .map(currency -> new Page(new AmountEntry(currency), new CountSheet(currency)))
                .toList();
        page = new SimpleObjectProperty<>(pages.getFirst());
    }

    List<Page> pages() {
        return pages;
    }

    /// The currency that is typed now.
    ObjectProperty<Page> pageProperty() {
        return page;
    }

    BooleanProperty byPiecesProperty() {
        return byPieces;
    }

    void use(String code) {
        pages.stream()
                .filter(each -> each.currency().code().equals(code))
                .findFirst()
                .ifPresent(page::set);
    }

    void clear() {
        pages.forEach(each -> {
            each.amount().clear();
            each.sheet().clear();
        });
        page.set(pages.getFirst());
    }

    boolean isReadable() {
        return !byPieces.get() || pages.stream().allMatch(each -> each.sheet().isReadable());
    }

    /// Whether anything is typed, if only a zero.
    boolean isBegun() {
        return pages.stream()
                .anyMatch(each ->
                        byPieces.get() ? each.sheet().isBegun() : !each.amount().isEmpty());
    }

    /// Every currency, also those nothing is typed of.
    List<Cash> each() {
        return pages.stream().map(this::cash).toList();
    }

    /// The currencies something is typed of.
    List<Cash> positive() {
        return each().stream().filter(cash -> cash.amount().isPositive()).toList();
    }

    /// The currency that is typed now.
    Cash only() {
        return cash(page.get());
    }

    private Cash cash(Page of) {
        return byPieces.get()
                ? of.sheet().cash()
                : Cash.of(of.amount().amount().orElse(of.currency().zero()));
    }

    static String words(List<Cash> cash) {
        return cash.stream().map(each -> Amounts.withCode(each.amount())).collect(Collectors.joining(", "));
    }
}
