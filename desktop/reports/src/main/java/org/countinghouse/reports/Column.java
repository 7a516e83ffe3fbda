package org.countinghouse.reports;

import java.util.Optional;
import java.util.function.Function;
import org.countinghouse.ledger.money.Money;

/// A column of a table on a sheet.
///
/// @param key names its heading `workbook.column.<key>`, its meaning `workbook.meaning.<key>` and its range
/// @param width in characters
/// @param figures whether it holds figures, which stand on the right
record Column<R>(String key, int width, boolean figures, Fill<R> fill) {
    /// What a row shows in this column.
    interface Fill<R> {
        /// @param line the row's number on the sheet, from 1
        Value at(R row, int line);
    }

    static <R> Column<R> text(String key, int width, Function<R, String> text) {
        return new Column<>(key, width, false, (row, _) -> Value.words(text.apply(row)));
    }

    /// A column on the left that is not plain text: a date, a number that is a name.
    static <R> Column<R> left(String key, int width, Function<R, Value> value) {
        return new Column<>(key, width, false, (row, _) -> value.apply(row));
    }

    static <R> Column<R> money(String key, int width, Function<R, Optional<Money>> amount) {
        return new Column<>(
                key,
                width,
                true,
                (row, _) -> amount.apply(row).<Value>map(Value.Amount::new).orElseGet(Value.Nothing::new));
    }

    static <R> Column<R> figures(String key, int width, Fill<R> fill) {
        return new Column<>(key, width, true, fill);
    }
}
