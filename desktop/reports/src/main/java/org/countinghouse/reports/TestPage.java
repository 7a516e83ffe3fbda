package org.countinghouse.reports;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;

/// A printer's test page: a ruler as long as its line, every script, codes, and letters of its code
/// page.
public final class TestPage {
    private TestPage() {}

    public static Slip of(ReceiptPrinter printer, Letterhead letterhead) {
        return of(printer.name(), printer.columns(), letterhead);
    }

    /// @param columns how many letters fit on a line
    static Slip of(String printer, int columns, Letterhead letterhead) {
        return new SlipPad(letterhead, Paper.TEST, letterhead.texts().text("slip.test.title"))
                .put("printer", printer)
                .put("columns", Integer.toString(columns))
                .put("tens", ruler(columns, column -> column % 10 == 0 ? column / 10 % 10 : -1))
                .put("ones", ruler(columns, column -> column % 10))
                .done();
    }

    private static String ruler(int columns, java.util.function.IntUnaryOperator digit) {
        return IntStream.rangeClosed(1, columns)
                .map(digit)
                .mapToObj(each -> each < 0 ? "." : Integer.toString(each))
                .collect(Collectors.joining());
    }
}
