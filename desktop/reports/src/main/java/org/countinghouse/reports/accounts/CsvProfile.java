package org.countinghouse.reports.accounts;

import java.util.List;

/// How one program wants its journal as CSV.
///
/// @param columns from left to right
/// @param dates such as `dd MMM yyyy`; months are in English
/// @param byShift whether what a shift did on a day is one booking in each currency; else every entry is one
/// @param fileForEachCurrency where the program knows only one currency in a journal
/// @param mark whether the file begins with a byte order mark, without which a spreadsheet misreads Khmer
/// @param mostLines a file holds, headings not counted; a booking is never parted
record CsvProfile(
        List<Column> columns,
        char separator,
        String dates,
        boolean byShift,
        boolean fileForEachCurrency,
        boolean mark,
        int mostLines) {
    static final int NO_LIMIT = Integer.MAX_VALUE;

    /// What stands in a column.
    enum Content {
        DATE,
        REFERENCE,
        TEXT,
        CODE,
        NAME,
        CURRENCY,
        DEBIT,
        CREDIT,
        /// A debit, or a credit with a minus.
        SIGNED,
        TAX_RATE,
        NOTHING
    }

    record Column(String heading, Content content) {}

    /// Written as `heading:content`, apart by commas.
    static List<Column> columns(String all) {
        return List.of(all.split(",")).stream()
                .map(each -> each.split(":"))
                .map(each -> new Column(each[0], Content.valueOf(each[1])))
                .toList();
    }
}
