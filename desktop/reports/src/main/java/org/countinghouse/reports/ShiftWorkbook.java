package org.countinghouse.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The shift workbook for the accountant: Summary, Count, Cash book, Movements, Data, About. Its figures are live
/// formulas, and its cell `Control` says OK as long as they equal what the ledger froze.
///
/// The same papers give the same bytes: times come from the ledger, and nothing is written of when it was exported.
public final class ShiftWorkbook {
    /// Told in the About sheet and the file's properties; it changes when a column or a name does.
    static final String SCHEMA_VERSION = "1";

    private final ShiftPapers papers;

    public ShiftWorkbook(ShiftPapers papers) {
        this.papers = papers;
    }

    /// Writes an XLSX file and leaves the stream open.
    ///
    /// @throws IOException when the stream cannot be written
    public void writeTo(OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            fill(workbook);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            SteadyZip.copy(bytes.toByteArray(), out);
        }
    }

    private void fill(XSSFWorkbook workbook) {
        var binder = new Binder(workbook, papers);
        var count = new CountPage(binder);
        var cashBook = new CashBookPage(binder);
        var movements = new MovementsPage(papers);
        var data = new DataPage(papers);
        var summary = new SummaryPage(binder);
        count.write();
        cashBook.write();
        movements.write(binder);
        data.write(binder);
        new AboutPage(binder).write(List.of(count.table(), cashBook.table(), movements.table(), data.table()));
        summary.write();
        properties(workbook.getProperties(), binder);
        XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
        workbook.setForceFormulaRecalculation(true);
        workbook.setActiveSheet(0);
    }

    private void properties(POIXMLProperties properties, Binder binder) {
        Instant asOf = papers.entries().getLast().recordedAt();
        String title = binder.text("workbook.title", Map.of("shift", papers.shift(), "till", papers.till()));
        var core = properties.getCoreProperties();
        core.setTitle(title);
        core.setSubjectProperty(papers.opening().businessDate().toString());
        core.setCreator("Countinghouse " + papers.program());
        core.setCreated(Optional.of(Date.from(asOf)));
        core.setModified(Optional.of(Date.from(asOf)));
        properties.getExtendedProperties().setCompany(papers.letterhead().shop());
        properties.getExtendedProperties().setApplication("Countinghouse");
        var custom = properties.getCustomProperties();
        custom.addProperty("ShiftId", papers.shift().toString());
        custom.addProperty("ZNumber", papers.zNumber());
        custom.addProperty("Till", papers.till().name());
        custom.addProperty("LedgerHeadHash", papers.head().hash());
        custom.addProperty("LedgerHead", papers.head().mark());
        custom.addProperty("SchemaVersion", SCHEMA_VERSION);
    }
}
