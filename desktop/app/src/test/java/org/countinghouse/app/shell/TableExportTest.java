package org.countinghouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.app.shell.Sheet.Column;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.reports.Listing;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table becomes the file of what is seen.
class TableExportTest {
    private final SampleStation station = SampleStation.of(SampleShop.PHNOM_PENH);
    private final List<Notice> told = new ArrayList<>();

    @TempDir
    Path folder;

    private record Row(String who, long shift, List<Money> expected, String said) {}

    private List<Column<Row>> columns() {
        var sums = Column.<Row>money("expected", "Expected", Row::expected);
        return List.of(
                Column.words("who", "Who", Row::who),
                Column.number("shift", "Shift", Row::shift),
                new Column<>(
                        "expected",
                        "Expected",
                        row -> row.said().isEmpty() ? sums.text().apply(row) : row.said(),
                        sums.sums(),
                        sums.order(),
                        true));
    }

    private Money riels(long amount) {
        return station.shop.currencies().getLast().of(amount);
    }

    private List<Row> rows() {
        return List.of(
                new Row("Dara", 7, List.of(station.money("1234.50"), riels(4000)), ""),
                new Row("=Maly", 8, List.of(), "after the count"));
    }

    private TableExport export(Background background) {
        var session = station.session("maly");
        return new TableExport(station.exports, session, background, station.desk::now, told::add);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("exports"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void moneyBecomesAColumnOfNumbersForEachCurrencyAndWhatIsHiddenStaysHidden() {
        var listing = new SheetListing<>("Shifts", rows(), columns()).listing();
        assertThat(listing.headings())
                .extracting(Listing.Heading::title)
                .containsExactly("Who", "Shift", "Expected (USD)", "Expected (KHR)");
        assertThat(listing.text()).isEqualTo("""
                        Who\tShift\tExpected (USD)\tExpected (KHR)
                        Dara\t7\t1234.50\t4000
                        '=Maly\t8\tafter the count\t
                        """);
    }

    @Test
    void onlyTheColumnsThatAreShownAreInTheFile() {
        var listing = new SheetListing<>("Shifts", rows(), columns().subList(1, 2)).listing();
        assertThat(listing.text()).isEqualTo("Shift\n7\n8\n");
    }

    @Test
    void aTableIsSavedWholeAndToldWhereItLies() throws IOException {
        station.exportTo(folder);
        var export = export(SampleStation.atOnce());
        export.export(new SheetListing<>("Shifts / វេន", rows(), columns())::listing, TableExport.Form.XLSX);
        export.export(new SheetListing<>("Shifts / វេន", rows(), columns())::listing, TableExport.Form.TSV);
        assertThat(told).extracting(Notice::key).containsOnly("shell.sheet.export.done");
        assertThat(files()).hasSize(2);
        assertThat(told.getFirst().details().get("file")).isEqualTo(files().getLast());
        try (var book = new XSSFWorkbook(Files.newInputStream(files().getLast()))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(1234.5);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Dara");
        }
    }

    @Test
    void aLongTableCanBeStoppedAndLeavesNothing() {
        station.exportTo(folder);
        var shown = new AtomicInteger();
        var stopper = new TableExport[1];
        var background = new Background(Runnable::run, work -> {
            work.run();
            if (shown.incrementAndGet() == 2) {
                stopper[0].stop();
            }
        });
        stopper[0] = export(background);
        var rows = IntStream.range(0, 3_000).mapToObj(i -> rows().getFirst()).toList();
        stopper[0].export(new SheetListing<>("Shifts", rows, columns())::listing, TableExport.Form.XLSX);
        assertThat(told).extracting(Notice::key).containsExactly("shell.sheet.export.stopped");
        assertThat(folder.resolve("exports")).doesNotExist();
        assertThat(stopper[0].runningProperty().get()).isFalse();
    }

    @Test
    void inTrainingTheTableIsNotSavedAndThatIsSaid() {
        export(SampleStation.atOnce())
                .export(new SheetListing<>("Shifts", rows(), columns())::listing, TableExport.Form.TSV);
        assertThat(told).extracting(Notice::key).containsExactly("shell.sheet.export.training");
    }

    @Test
    void aFullDiskIsTold() throws IOException {
        station.exportTo(folder);
        Files.writeString(folder.resolve("exports"), "a file where the folder should be");
        export(SampleStation.atOnce())
                .export(new SheetListing<>("Shifts", rows(), columns())::listing, TableExport.Form.TSV);
        assertThat(told).extracting(Notice::key).containsExactly("shell.sheet.export.failed");
    }

    @Test
    void noFileIsWrittenOver() throws IOException {
        var place = new ExportFolder(folder);
        assertThat(place.write("a.csv", new byte[] {1}).getFileName()).hasToString("a.csv");
        assertThat(place.write("a.csv", new byte[] {2}).getFileName()).hasToString("a (2).csv");
        assertThat(Files.readAllBytes(folder.resolve("a.csv"))).containsExactly(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }
}
