package org.countinghouse.reports;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.ledger.money.Money;

/// Rows under headings, to be written into a file: a sheet of a workbook, or text with tabs.
///
/// @param title the sheet's name, and what stands above it on paper
public record Listing(String title, List<Heading> headings, List<List<Cell>> rows) {
    public Listing {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        for (List<Cell> row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException(
                        "a row of " + title + " has " + row.size() + " cells and not " + headings.size());
            }
        }
    }

    /// @param width in characters
    /// @param figures whether its cells stand at the right
    public record Heading(String title, int width, boolean figures) {}

    /// What stands in a cell.
    public sealed interface Cell {
        /// Text, also where it looks like a number.
        record Words(String text) implements Cell {}

        record Whole(long number) implements Cell {}

        record Amount(Money money) implements Cell {}

        /// A formula that comes to an amount, and what it comes to.
        record Sum(String formula, Money result) implements Cell {}

        /// A formula that comes to a word, and which.
        record Verdict(String formula, String result) implements Cell {}

        static Cell words(String text) {
            return new Words(text);
        }
    }

    /// As text: columns apart by tabs, amounts with a point and without thousands, no text a spreadsheet would take for
    /// a formula.
    public String text() {
        var lines = Stream.concat(
                Stream.of(headings.stream().map(heading -> flat(heading.title()))),
                rows.stream().map(row -> row.stream().map(Listing::text)));
        return lines.map(cells -> cells.collect(Collectors.joining("\t")) + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Words(var words) -> flat(words);
            case Cell.Whole(var number) -> Long.toString(number);
            case Cell.Amount(var money) -> money.decimal();
            case Cell.Sum(var _, var money) -> money.decimal();
            case Cell.Verdict(var _, var word) -> flat(word);
        };
    }

    private static String flat(String words) {
        return Guarded.text(words.replaceAll("[\\t\\r\\n]+", " "));
    }
}
