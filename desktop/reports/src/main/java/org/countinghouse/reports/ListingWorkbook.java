package org.countinghouse.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Listings as an XLSX file, a sheet for each. Rows are streamed, so that a long list needs little memory. The same
/// listings give the same bytes.
public final class ListingWorkbook {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF]");
    private static final int ROWS_IN_MEMORY = 200;
    private static final int WIDTH_UNIT = 256;
    private static final float ROW_POINTS = 17;
    private static final int LONGEST_CELL = 32_767;
    private static final int TOLD_EVERY = 500;
    private static final int HUNDRED = 100;

    private final List<Listing> listings;
    private final String shop;
    private final Instant asOf;
    private final Map<String, String> properties;

    /// @param asOf when what it holds was so
    /// @param properties kept in the file beside its sheets
    public ListingWorkbook(List<Listing> listings, String shop, Instant asOf, Map<String, String> properties) {
        this.listings = List.copyOf(listings);
        this.shop = shop;
        this.asOf = asOf;
        this.properties = Map.copyOf(properties);
    }

    /// Writes the file and leaves the stream open.
    ///
    /// @param goOn told now and then how much of a hundred is done; false stops
    /// @return whether it was written
    public boolean writeTo(OutputStream out, LongPredicate goOn) throws IOException {
        try (var plain = new XSSFWorkbook();
                var workbook = new SXSSFWorkbook(plain, ROWS_IN_MEMORY)) {
            // The long form of a zip is not read everywhere, and no listing is so long.
            workbook.setZip64Mode(Zip64Mode.Never);
            var styles = new Styles(plain);
            long all = Math.max(
                    1, listings.stream().mapToLong(each -> each.rows().size()).sum());
            long done = 0;
            for (Listing listing : listings) {
                if (!write(listing, workbook, styles, done, all, goOn)) {
                    return false;
                }
                done += listing.rows().size();
            }
            tell(plain);
            workbook.setForceFormulaRecalculation(true);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            SteadyZip.copy(bytes.toByteArray(), out);
            return goOn.test(HUNDRED);
        }
    }

    private boolean write(
            Listing listing, SXSSFWorkbook workbook, Styles styles, long done, long all, LongPredicate goOn) {
        SXSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(listing.title()));
        layOut(sheet, listing);
        Row head = sheet.createRow(0);
        for (int i = 0; i < listing.headings().size(); i++) {
            var heading = listing.headings().get(i);
            Cell cell = head.createCell(i);
            cell.setCellValue(clean(heading.title()));
            cell.setCellStyle(
                    styles.of(new Value.Words(heading.title()), heading.figures() ? Look.HEADING_RIGHT : Look.HEADING));
        }
        for (int i = 0; i < listing.rows().size(); i++) {
            if (i % TOLD_EVERY == 0 && !goOn.test((HUNDRED - 1) * (done + i) / all)) {
                return false;
            }
            Row row = sheet.createRow(i + 1);
            var cells = listing.rows().get(i);
            for (int column = 0; column < cells.size(); column++) {
                fill(row, column, cells.get(column), styles);
            }
        }
        return true;
    }

    private void layOut(SXSSFSheet sheet, Listing listing) {
        sheet.setDefaultRowHeightInPoints(ROW_POINTS);
        for (int i = 0; i < listing.headings().size(); i++) {
            sheet.setColumnWidth(i, listing.headings().get(i).width() * WIDTH_UNIT);
        }
        sheet.createFreezePane(0, 1);
        int last = Math.max(1, listing.rows().size());
        sheet.setAutoFilter(new CellRangeAddress(0, last, 0, listing.headings().size() - 1));
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        var print = sheet.getPrintSetup();
        print.setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.getHeader().setLeft(shop.replace("&", "&&"));
        sheet.getHeader().setRight("&A");
        sheet.getFooter().setRight("&P / &N");
    }

    private static void fill(Row row, int column, Listing.Cell cell, Styles styles) {
        switch (cell) {
            case Listing.Cell.Words(var text) -> {
                if (!text.isEmpty()) {
                    at(row, column, new Value.Words(text), styles).setCellValue(clean(text));
                }
            }
            case Listing.Cell.Whole(var number) ->
                at(row, column, new Value.Whole(number), styles).setCellValue(number);
            case Listing.Cell.Amount(var money) ->
                at(row, column, new Value.Amount(money), styles)
                        .setCellValue(new BigDecimal(money.decimal()).doubleValue());
            case Listing.Cell.Sum(var formula, var result) -> {
                var value = new Value.Sum(formula, result.currency());
                Cell sum = at(row, column, value, styles);
                sum.setCellFormula(value.rounded());
                sum.setCellValue(new BigDecimal(result.decimal()).doubleValue());
            }
            case Listing.Cell.Verdict(var formula, var result) -> {
                Cell word = at(row, column, new Value.Verdict(formula, Value.Side.LEFT), styles);
                word.setCellFormula(formula);
                word.setCellValue(result);
            }
        }
    }

    private static Cell at(Row row, int column, Value value, Styles styles) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.of(value, Look.PLAIN));
        return cell;
    }

    private static String clean(String text) {
        String plain = CONTROL.matcher(text).replaceAll(" ");
        return plain.length() > LONGEST_CELL ? plain.substring(0, LONGEST_CELL) : plain;
    }

    private void tell(XSSFWorkbook workbook) {
        var told = workbook.getProperties();
        told.getCoreProperties().setTitle(listings.getFirst().title());
        told.getCoreProperties().setCreator("Countinghouse");
        told.getCoreProperties().setCreated(Optional.of(Date.from(asOf)));
        told.getCoreProperties().setModified(Optional.of(Date.from(asOf)));
        told.getExtendedProperties().setCompany(shop);
        told.getExtendedProperties().setApplication("Countinghouse");
        properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> told.getCustomProperties().addProperty(each.getKey(), each.getValue()));
    }
}
