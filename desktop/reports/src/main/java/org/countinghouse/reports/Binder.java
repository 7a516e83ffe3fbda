package org.countinghouse.reports;

import java.util.Map;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Keeps the pages of one workbook together: their names, their look and their words.
final class Binder {
    private final XSSFWorkbook workbook;
    private final Styles styles;
    private final ShiftPapers papers;

    Binder(XSSFWorkbook workbook, ShiftPapers papers) {
        this.workbook = workbook;
        this.styles = new Styles(workbook);
        this.papers = papers;
    }

    ShiftPapers papers() {
        return papers;
    }

    Page page(String sheet) {
        var page = new Page(workbook.createSheet(text("workbook.sheet." + sheet)), styles);
        String z = papers.z().isPresent() ? text("workbook.summary.z") + " " + papers.zNumber() : "";
        String shift = text("workbook.summary.shift") + " " + papers.shift();
        page.layOut(
                papers.letterhead().shop(),
                papers.letterhead().shop() + " / " + (z.isEmpty() ? shift : z + " / " + shift),
                text("workbook.page", Map.of("page", "&P", "pages", "&N")));
        return page;
    }

    String text(String key) {
        return papers.letterhead().texts().text(key);
    }

    String text(String key, Map<String, ?> values) {
        return papers.letterhead().texts().text(key, values);
    }

    /// A word as a formula writes it, in quotes.
    String quoted(String key) {
        return quote(text(key));
    }

    static String quote(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /// A formula that says OK where the condition holds and CHECK where it does not.
    String verdict(String condition) {
        return "IF(" + condition + "," + quoted("workbook.check.ok") + "," + quoted("workbook.check.bad") + ")";
    }

    void name(String name, Page page, int first, int last, int column) {
        Name range = workbook.createName();
        range.setNameName(name);
        String letter = CellReference.convertNumToColString(column);
        range.setRefersToFormula(
                quotedSheet(page) + "!$" + letter + "$" + first + (first == last ? "" : ":$" + letter + "$" + last));
    }

    private static String quotedSheet(Page page) {
        return "'" + page.sheet().getSheetName().replace("'", "''") + "'";
    }

    void printArea(Page page, int lastLine, int columns) {
        workbook.setPrintArea(workbook.getSheetIndex(page.sheet()), 0, columns - 1, 0, lastLine - 1);
    }
}
