package org.countinghouse.reports;

import java.util.List;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;

/// A sheet that is one list: headings in row 1, a row for each item, every column a named range.
///
/// @param sheet names its tab `workbook.sheet.<sheet>`
/// @param prefix begins the names of its ranges, such as `d_Amount`
///
/// @param printed how many columns, from the left, go on paper
record Table<R>(String sheet, String prefix, int printed, List<Column<R>> columns) {
    Table(String sheet, String prefix, List<Column<R>> columns) {
        this(sheet, prefix, columns.size(), columns);
    }

    private static final int FIRST = 2;

    /// Writes the list and names its ranges; an empty list has ranges of one blank row.
    ///
    /// @return the page, and the last row of the list
    Written write(Binder binder, List<R> rows) {
        Page page = binder.page(sheet);
        int last = Math.max(FIRST, FIRST + rows.size() - 1);
        // The names come first: a formula in the list may use them.
        head(binder, page, last);
        for (int i = 0; i < rows.size(); i++) {
            row(page, rows.get(i), FIRST + i);
        }
        finish(binder, page, last);
        return new Written(page, last);
    }

    private void head(Binder binder, Page page, int last) {
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            page.width(i, column.width());
            page.words(1, i, heading(binder, column), column.figures() ? Look.HEADING_RIGHT : Look.HEADING);
            binder.name(name(column.key()), page, FIRST, last, i);
        }
        page.height(1, 2);
    }

    private void row(Page page, R row, int line) {
        for (int i = 0; i < columns.size(); i++) {
            Value value = columns.get(i).fill().at(row, line);
            if (!(value instanceof Value.Nothing)) {
                page.set(line, i, value, Look.PLAIN);
            }
        }
    }

    record Written(Page page, int last) {}

    private void finish(Binder binder, Page page, int last) {
        var all = new CellRangeAddress(0, last - 1, 0, columns.size() - 1);
        page.sheet().createFreezePane(0, 1);
        page.sheet().setAutoFilter(all);
        page.sheet().setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        // Till 1 is a name, not the number one: the spreadsheet need not warn about it.
        page.sheet().addIgnoredErrors(all, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        binder.printArea(page, last, printed);
    }

    /// `amount` of the table `d` is the range `d_Amount`.
    String name(String key) {
        return prefix + "_" + Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    String heading(Binder binder, Column<R> column) {
        return binder.text("workbook.column." + column.key());
    }
}
