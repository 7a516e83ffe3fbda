package org.countinghouse.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// Rows with columns, as far as they match what is looked for in each column: what a table shows, sums up and copies.
/// Only for the screen thread.
///
/// @param <R> a row
public final class Sheet<R> {
    private final List<Column<R>> columns;
    private final ObservableList<R> all = FXCollections.observableArrayList();
    private final FilteredList<R> matching = new FilteredList<>(all);
    private final SortedList<R> shown = new SortedList<>(matching);
    private final Map<Column<R>, String> wanted = new LinkedHashMap<>();

    /// @param id the same in every language
    /// @param title in the language of the person
    /// @param text what a row shows in it
    /// @param sums what of a row the totals add up, one per currency; nothing where a column has no total
    /// @param order of the rows when they are sorted by it
    /// @param number whether it stands at the right
    public record Column<R>(
            String id,
            String title,
            Function<R, String> text,
            Function<R, List<Money>> sums,
            Comparator<R> order,
            boolean number) {
        public static <R> Column<R> words(String id, String title, Function<R, String> text) {
            return new Column<>(id, title, text, _ -> List.of(), Comparator.comparing(text), false);
        }

        public static <R> Column<R> number(String id, String title, Function<R, Long> number) {
            return new Column<>(
                    id, title, row -> number.apply(row).toString(), _ -> List.of(), Comparator.comparing(number), true);
        }

        /// Sums of money, which are added up below. Rows are sorted by their first sum.
        public static <R> Column<R> money(String id, String title, Function<R, List<Money>> sums) {
            return new Column<>(
                    id,
                    title,
                    row -> sums.apply(row).stream().map(Amounts::withCode).collect(Collectors.joining(", ")),
                    sums,
                    Comparator.comparing(row -> sums.apply(row).stream()
                            .map(Money::minorUnits)
                            .findFirst()
                            .orElse(0L)),
                    true);
        }
    }

    public Sheet(List<Column<R>> columns) {
        this.columns = List.copyOf(columns);
    }

    public List<Column<R>> columns() {
        return columns;
    }

    /// Every row, in the order they came; a change shows at once.
    public void setAll(List<R> rows) {
        all.setAll(rows);
    }

    /// More rows, behind those that are there.
    public void addAll(List<R> rows) {
        all.addAll(rows);
    }

    /// The rows that match, as they are sorted.
    public SortedList<R> shown() {
        return shown;
    }

    /// How many there are, whether they match or not.
    public int size() {
        return all.size();
    }

    /// Shows only rows that hold every one of these words in this column. `>5` and `<5` compare the column's first
    /// sum in whole units.
    public void want(Column<R> column, String words) {
        if (words.isBlank()) {
            wanted.remove(column);
        } else {
            wanted.put(column, words.strip().toLowerCase(Locale.ROOT));
        }
        matching.setPredicate(wanted.isEmpty() ? null : this::matches);
    }

    private boolean matches(R row) {
        return wanted.entrySet().stream().allMatch(each -> matches(row, each.getKey(), each.getValue()));
    }

    private static <R> boolean matches(R row, Column<R> column, String words) {
        char first = words.charAt(0);
        String bound = words.substring(1).strip();
        if ((first == '<' || first == '>') && bound.matches("-?[0-9]{1,15}")) {
            return column.sums().apply(row).stream().anyMatch(sum -> {
                var limit = Money.parse(bound, sum.currency());
                return first == '<' ? sum.compareTo(limit) < 0 : sum.compareTo(limit) > 0;
            });
        }
        String text = column.text().apply(row).toLowerCase(Locale.ROOT);
        return Stream.of(words.split("\\s+")).allMatch(text::contains);
    }

    /// What a column comes to over the rows that match, one sum per currency; empty where nothing is added up.
    public List<Money> total(Column<R> column) {
        var totals = new LinkedHashMap<Currency, Money>();
        matching.forEach(
                row -> column.sums().apply(row).forEach(sum -> totals.merge(sum.currency(), sum, Money::plus)));
        return List.copyOf(totals.values());
    }

    /// Rows for a spreadsheet: headers first, columns apart by tabs, rows by line ends.
    ///
    /// @param rows those chosen
    /// @param visible in this order
    public String copied(List<R> rows, List<Column<R>> visible) {
        var lines = new ArrayList<String>();
        lines.add(visible.stream().map(Column::title).map(Sheet::cell).collect(Collectors.joining("\t")));
        for (R row : rows) {
            lines.add(visible.stream()
                    .map(column -> cell(column.text().apply(row)))
                    .collect(Collectors.joining("\t")));
        }
        return String.join("\n", lines) + "\n";
    }

    /// A text that a spreadsheet would take for a formula is shown to be text (OWASP, CSV Injection).
    private static String cell(String text) {
        String flat = text.replaceAll("[\\t\\r\\n]+", " ");
        return flat.matches("(?s)[=+@].*|-[^0-9].*") ? "'" + flat : flat;
    }
}
