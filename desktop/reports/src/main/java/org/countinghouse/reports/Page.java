package org.countinghouse.reports;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// A sheet being written. Rows count from 1 as people read them, columns from 0 as POI does.
final class Page {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF]");
    private static final int WIDTH_UNIT = 256;
    private static final float ROW_POINTS = 17;

    private final XSSFSheet sheet;
    private final Styles styles;

    Page(XSSFSheet sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
        // Khmer stands higher than Latin; a row of the usual height would cut it.
        sheet.setDefaultRowHeightInPoints(ROW_POINTS);
        sheet.getCTWorksheet().getSheetFormatPr().setCustomHeight(true);
    }

    XSSFSheet sheet() {
        return sheet;
    }

    Cell words(int line, int column, String text, Look look) {
        return set(line, column, new Value.Words(text), look);
    }

    /// A sentence that wraps over the columns `from` to `to`.
    void sentence(int line, int from, int to, String text, int lines) {
        Cell cell = words(line, from, text, Look.PLAIN);
        cell.setCellStyle(styles.wrapped());
        height(line, lines);
        if (to > from) {
            sheet.addMergedRegion(new CellRangeAddress(line - 1, line - 1, from, to));
        }
    }

    Cell set(int line, int column, Value value, Look look) {
        Cell cell = cell(line, column);
        cell.setCellStyle(styles.of(value, look));
        switch (value) {
            case Value.Words(var text) when text.isEmpty() -> cell.setBlank();
            case Value.Words(var text) ->
                cell.setCellValue(CONTROL.matcher(text).replaceAll(" "));
            case Value.Whole(var number) -> cell.setCellValue(number);
            case Value.Number(var number) -> cell.setCellValue(number);
            case Value.Amount(var money) -> cell.setCellValue(new BigDecimal(money.decimal()).doubleValue());
            case Value.Day(var day) -> cell.setCellValue(day);
            case Value.Moment(var moment) -> cell.setCellValue(moment);
            case Value.Sum sum -> cell.setCellFormula(sum.rounded());
            case Value.Tally(var formula) -> cell.setCellFormula(formula);
            case Value.Verdict verdict -> cell.setCellFormula(verdict.formula());
            case Value.Nothing() -> {}
        }
        return cell;
    }

    private Cell cell(int line, int column) {
        Row row = sheet.getRow(line - 1);
        if (row == null) {
            row = sheet.createRow(line - 1);
        }
        return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /// Makes a row as high as so many lines of text.
    void height(int line, double lines) {
        cell(line, 0).getRow().setHeightInPoints((float) (lines * ROW_POINTS));
    }

    void width(int column, int characters) {
        sheet.setColumnWidth(column, characters * WIDTH_UNIT);
    }

    /// A4, landscape, one page wide, with the shop above and what it is and the page number below.
    void layOut(String header, String footer, String pages) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.getHeader().setLeft(plain(header));
        sheet.getHeader().setRight("&A");
        sheet.getFooter().setLeft(plain(footer));
        sheet.getFooter().setRight(pages);
    }

    /// In a header `&` begins a code, so a shop called "Bread & Co" doubles it.
    private static String plain(String text) {
        return text.replace("&", "&&");
    }

    /// `B12`, for formulas on this sheet.
    static String at(int line, int column) {
        return CellReference.convertNumToColString(column) + line;
    }

    /// `B2:B17`.
    static String range(int first, int last, int column) {
        return at(first, column) + ":" + at(last, column);
    }
}
