package org.countinghouse.reports;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The cell styles of one workbook, each made once: a workbook holds at most 64,000.
final class Styles {
    private static final short TITLE_POINTS = 16;
    private static final short SECTION_POINTS = 12;

    private final XSSFWorkbook workbook;
    private final Map<String, CellStyle> styles = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    CellStyle of(Value value, Look look) {
        return switch (value) {
            case Value.Words _, Value.Nothing _ -> style("@", look, alignment(look, HorizontalAlignment.LEFT));
            case Value.Verdict verdict ->
                switch (verdict.side()) {
                    case LEFT -> style("General", look, HorizontalAlignment.LEFT);
                    case CENTRE -> style("General", look, HorizontalAlignment.CENTER);
                    case RIGHT -> style("General", look, HorizontalAlignment.RIGHT);
                };
            case Value.Number _ -> style("0", look, HorizontalAlignment.LEFT);
            case Value.Whole _, Value.Tally _ -> style("0", look, HorizontalAlignment.RIGHT);
            case Value.Amount(var money) ->
                style(moneyFormat(money.currency().digits()), look, HorizontalAlignment.RIGHT);
            case Value.Sum sum -> style(moneyFormat(sum.currency().digits()), look, HorizontalAlignment.RIGHT);
            case Value.Day _ -> style("yyyy-mm-dd", look, HorizontalAlignment.LEFT);
            case Value.Moment _ -> style("yyyy-mm-dd hh:mm:ss", look, HorizontalAlignment.LEFT);
        };
    }

    /// Red never stands alone: it comes with the minus sign.
    static String moneyFormat(int digits) {
        String decimals = digits == 0 ? "" : "." + "0".repeat(digits);
        return "#,##0" + decimals + ";[Red]-#,##0" + decimals + ";0" + decimals;
    }

    private static HorizontalAlignment alignment(Look look, HorizontalAlignment usual) {
        return switch (look) {
            case HEADING_RIGHT -> HorizontalAlignment.RIGHT;
            case HEADING_CENTRE -> HorizontalAlignment.CENTER;
            case PLAIN, BOLD, TITLE, HEADING, SECTION, LINE, TOTAL, FROZEN -> usual;
        };
    }

    private CellStyle style(String format, Look look, HorizontalAlignment alignment) {
        return styles.computeIfAbsent(format + look + alignment, _ -> make(format, look, alignment));
    }

    private CellStyle make(String format, Look look, HorizontalAlignment alignment) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        style.setFont(font(look));
        switch (look) {
            case PLAIN, BOLD, TITLE, FROZEN -> {}
            case LINE -> style.setBorderBottom(BorderStyle.THIN);
            case TOTAL -> style.setBorderTop(BorderStyle.THIN);
            case SECTION -> style.setBorderBottom(BorderStyle.THIN);
            case HEADING, HEADING_RIGHT, HEADING_CENTRE -> {
                style.setWrapText(true);
                style.setBorderBottom(BorderStyle.THIN);
                style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            }
        }
        return style;
    }

    private XSSFFont font(Look look) {
        XSSFFont font = workbook.createFont();
        font.setBold(look != Look.PLAIN && look != Look.FROZEN);
        switch (look) {
            case TITLE -> font.setFontHeightInPoints(TITLE_POINTS);
            case SECTION -> font.setFontHeightInPoints(SECTION_POINTS);
            case FROZEN -> font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
            case PLAIN, BOLD, HEADING, HEADING_RIGHT, HEADING_CENTRE, LINE, TOTAL -> {}
        }
        return font;
    }

    /// Wrapped text for sentences.
    CellStyle wrapped() {
        return styles.computeIfAbsent("wrapped", _ -> {
            CellStyle style = workbook.createCellStyle();
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            return style;
        });
    }
}
