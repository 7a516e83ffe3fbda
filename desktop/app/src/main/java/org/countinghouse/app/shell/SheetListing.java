package org.countinghouse.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.reports.Listing;
import org.countinghouse.reports.Listing.Cell;
import org.countinghouse.reports.Listing.Heading;

/// A table as it is seen, to be written into a file: the rows that match in their order, the columns that are shown. It
/// tells what the table tells and nothing more. A column of money becomes one for each currency.
final class SheetListing<R> {
    private static final int WIDE = 28;
    private static final int NARROW = 16;
    private static final String WHOLE = "-?[0-9]{1,15}";

    private final String title;
    private final List<R> rows;
    private final List<Column<R>> columns;

    SheetListing(String title, List<R> rows, List<Column<R>> columns) {
        this.title = title;
        this.rows = rows;
        this.columns = columns;
    }

    Listing listing() {
        var headings = new ArrayList<Heading>();
        var lines = new ArrayList<List<Cell>>(rows.size());
        rows.forEach(_ -> lines.add(new ArrayList<>()));
        for (Column<R> column : columns) {
            var currencies = currencies(column);
            if (currencies.isEmpty()) {
                headings.add(new Heading(column.title(), column.number() ? NARROW : WIDE, column.number()));
                fill(lines, row -> cell(column, row));
            } else {
                for (Currency currency : currencies) {
                    String name = currencies.size() == 1 ? "" : " (" + currency.code() + ")";
                    headings.add(new Heading(column.title() + name, NARROW, true));
                    boolean first = currency.equals(currencies.getFirst());
                    fill(lines, row -> amount(column, row, currency, first));
                }
            }
        }
        return new Listing(title, headings, lines);
    }

    private interface Fill<R> {
        Cell of(R row);
    }

    private void fill(List<List<Cell>> lines, Fill<R> fill) {
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).add(fill.of(rows.get(i)));
        }
    }

    private List<Currency> currencies(Column<R> column) {
        var found = new LinkedHashSet<Currency>();
        rows.forEach(row -> column.sums().apply(row).forEach(sum -> found.add(sum.currency())));
        return List.copyOf(found);
    }

    private static <R> Cell cell(Column<R> column, R row) {
        String text = column.text().apply(row);
        return column.number() && text.matches(WHOLE) ? new Cell.Whole(Long.parseLong(text)) : new Cell.Words(text);
    }

    /// Where there is no sum, what the table says instead stands in the first currency's column.
    private static <R> Cell amount(Column<R> column, R row, Currency currency, boolean first) {
        var sums = new LinkedHashMap<Currency, Money>();
        column.sums().apply(row).forEach(sum -> sums.merge(sum.currency(), sum, Money::plus));
        if (sums.isEmpty() && first) {
            return new Cell.Words(column.text().apply(row));
        }
        return Optional.ofNullable(sums.get(currency))
                .<Cell>map(Cell.Amount::new)
                .orElseGet(() -> new Cell.Words(""));
    }
}
