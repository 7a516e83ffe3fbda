package org.countinghouse.reports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook as somebody opened it.
final class Opened {
    final XSSFWorkbook workbook;

    private Opened(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static byte[] bytes(ShiftPapers papers) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new ShiftWorkbook(papers).writeTo(bytes);
        return bytes.toByteArray();
    }

    static Opened of(byte[] bytes) throws IOException {
        return new Opened(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
    }

    static Opened of(ShiftPapers papers) throws IOException {
        return of(bytes(papers));
    }

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    Opened recalculated() {
        // Without this the evaluator would see the figures that were saved.
        XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
        return this;
    }

    Cell cell(String name) {
        CellReference at = place(name);
        return workbook.getSheet(at.getSheetName())
                .getRow(at.getRow())
                .getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private CellReference place(String name) {
        String range = workbook.getName(name).getRefersToFormula();
        return new AreaReference(range, workbook.getSpreadsheetVersion()).getFirstCell();
    }

    String word(String name) {
        return cell(name).getStringCellValue();
    }

    double figure(String name) {
        return cell(name).getNumericCellValue();
    }

    /// The cell of a table's column (by range name) in the first row where another column holds a text.
    Cell where(String column, String other, String text) {
        CellReference searched = place(other);
        for (Row row : workbook.getSheet(searched.getSheetName())) {
            Cell cell = row.getCell(searched.getCol());
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(text)) {
                return row.getCell(place(column).getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new AssertionError("no " + text + " in " + other);
    }

    /// Every formula with its result, as `Summary!B8 = 200.0`.
    List<String> results() {
        var results = new ArrayList<String>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        results.add(sheet.getSheetName() + "!" + cell.getAddress() + " = " + result(cell));
                    }
                }
            }
        }
        return results;
    }

    private static String result(Cell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> String.valueOf(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            default -> "error";
        };
    }
}
