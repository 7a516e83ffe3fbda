package org.countinghouse.reports;

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

    static <R> Column<R> words(String key, int width, Fill<R> fill) {
        return new Column<>(key, width, false, fill);
    }

    static <R> Column<R> figures(String key, int width, Fill<R> fill) {
        return new Column<>(key, width, true, fill);
    }
}
