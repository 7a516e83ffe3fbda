package org.countinghouse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.reports.ShopDay.GBP;
import static org.countinghouse.reports.ShopDay.KHR;
import static org.countinghouse.reports.ShopDay.USD;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countinghouse.resources.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Other programs work the figures out again. Needs LibreOffice (`libreoffice-calc`) or Gnumeric (`gnumeric`); without
/// one its tests are skipped and say so.
class RecalculationTest {
    private static final long LONGEST_CONVERSION_SECONDS = 120;

    enum Program {
        LIBREOFFICE("soffice"),
        GNUMERIC("ssconvert");

        private final String command;

        Program(String command) {
            this.command = command;
        }

        List<String> recalculate(Path in, Path folder) {
            return switch (this) {
                case LIBREOFFICE ->
                    List.of(
                            command,
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--convert-to",
                            "xlsx",
                            "--outdir",
                            folder.resolve("out").toString(),
                            in.toString());
                case GNUMERIC ->
                    List.of(
                            command,
                            "--recalc",
                            "--export-type=Gnumeric_Excel:xlsx2",
                            in.toString(),
                            folder.resolve("out").resolve(in.getFileName()).toString());
            };
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Program.class)
    void anotherProgramComesToTheSameFigures(Program program) throws Exception {
        for (var papers : List.of(
                ShopDay.of(ShiftWorkbookTest.BAKERY, GBP).papers(),
                ShopDay.of(ShiftWorkbookTest.TWO_CURRENCIES, USD, KHR).papers(Language.KHMER))) {
            var ours = Opened.of(papers);
            var theirs = recalculated(program, Opened.bytes(papers));

            assertThat(theirs.results()).containsExactlyElementsOf(ours.results());
            assertThat(theirs.word("Control")).isEqualTo("OK");
        }
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void anotherProgramFindsTheAlteredAmount(Program program) throws Exception {
        var workbook = Opened.of(ShopDay.of(ShiftWorkbookTest.BAKERY, GBP).papers());
        workbook.where("d_Amount", "d_Kind", "paid-out").setCellValue(11.00);

        var theirs = recalculated(program, workbook.bytes());

        assertThat(theirs.word("Control")).isEqualTo("CHECK");
    }

    private Opened recalculated(Program program, byte[] workbook) throws IOException, InterruptedException {
        assumeTrue(isInstalled(program.command), "skipped: " + program.command + " is not installed");
        Path in = Files.write(folder.resolve("shift.xlsx"), workbook);
        Path out = Files.createDirectories(folder.resolve("out")).resolve("shift.xlsx");
        Files.deleteIfExists(out);
        Process process = new ProcessBuilder(program.recalculate(in, folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        boolean ended = process.waitFor(LONGEST_CONVERSION_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ends in time", program.command).isTrue();
        assertThat(out).as(Files.readString(folder.resolve("log"))).exists();
        return Opened.of(Files.readAllBytes(out));
    }

    private static boolean isInstalled(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, command)));
    }
}
