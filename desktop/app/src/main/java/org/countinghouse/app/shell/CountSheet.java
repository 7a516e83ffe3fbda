package org.countinghouse.app.shell;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// What a person counts of one currency, note by note. It adds up what is typed and knows nothing else: whoever shows
/// it cannot give away what the books expect.
public final class CountSheet {
    private final Currency currency;
    private final List<CountRow> rows;
    private final ObservableValue<Money> total;
    private final ObservableValue<Boolean> readable;

    public CountSheet(Currency currency) {
        this.currency = currency;
        this.rows = currency.denominations().stream()
                .map(denomination -> new CountRow(currency, denomination))
                .toList();
        var typed = rows.stream().map(CountRow::typedProperty).toArray(Observable[]::new);
        this.total = Bindings.createObjectBinding(this::added, typed);
        this.readable = Bindings.createObjectBinding(() -> rows.stream().allMatch(CountRow::isReadable), typed);
    }

    public static List<CountSheet> each(List<Currency> currencies) {
        return currencies.stream().map(CountSheet::new).toList();
    }

    public Currency currency() {
        return currency;
    }

    /// The largest first.
    public List<CountRow> rows() {
        return rows;
    }

    public ObservableValue<Money> totalProperty() {
        return total;
    }

    public Money total() {
        return total.getValue();
    }

    /// Whether every row says a number of pieces.
    public ObservableValue<Boolean> readableProperty() {
        return readable;
    }

    public boolean isReadable() {
        return readable.getValue();
    }

    /// Whether anything at all is typed.
    public boolean isBegun() {
        return rows.stream().anyMatch(row -> !row.typedProperty().get().isBlank());
    }

    public Cash cash() {
        var counts = new HashMap<Long, Long>();
        rows.forEach(
                row -> counts.put(row.denomination().minorUnits(), row.pieces().orElse(0)));
        return Cash.of(Pieces.of(currency, counts));
    }

    public void fill(Pieces pieces) {
        rows.forEach(row -> row.set(pieces.count(row.denomination().minorUnits())));
    }

    public void clear() {
        rows.forEach(row -> row.set(0));
    }

    private Money added() {
        return Stream.concat(Stream.of(currency.zero()), rows.stream().map(CountRow::sum))
                .reduce(Money::plus)
                .orElseThrow();
    }
}
