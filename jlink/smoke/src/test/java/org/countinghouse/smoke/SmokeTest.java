package org.countinghouse.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeTest {
    private static final String VERSION = "Countinghouse " + System.getProperty("countinghouse.version");

    /// 100.00 in the till, 35.50 taken, 12.00 and 50.00 gone: 73.50 must be there, and 73.00 is.
    private static final String SHIFT = """
            {"command":"sign-in","employee":"maly","pin":"246810"}
            {"command":"open-shift","counts":{"GBP":{"20.00":3,"5.00":6,"1.00":10}}}
            {"command":"sale","total":"35.50","tenders":[{"tender":"cash","amount":"40.00"}]}
            {"command":"paid-out","amount":"12.00","reason":"milk"}
            {"command":"safe-drop","amount":"50.00","bag":"17"}
            {"command":"expected"}
            {"command":"count","counts":{"GBP":{"20.00":3,"5.00":2,"1.00":3}}}
            {"command":"close-shift","z":true}
            {"command":"verify"}
            """;

    /// A morning with two tickets.
    private static final String LOG = """
            Date,Time,Transaction,Item
            2016-10-30,09:58:11,1,Bread
            2016-10-30,10:05:34,2,Bread
            2016-10-30,10:05:34,2,Tea
            """;

    private final Image image = Image.finished();

    @TempDir
    private Path folder;

    /// PostgreSQL does not run as root; who runs it instead must come to its folder.
    @BeforeEach
    void openTheFolder() throws IOException {
        if (!Image.onWindows()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void theImageStartsWithNoJavaInSight() throws Exception {
        var said = image.run(folder, "", "--version");
        assertThat(said.text()).isEqualToIgnoringNewLines(VERSION);
        assertThat(said.exit()).isZero();
    }

    @Test
    void aWordItDoesNotKnowIsAUsageError() throws Exception {
        assertThat(image.run(folder, "", "no-such-word").exit()).isEqualTo(2);
    }

    @Test
    void aLinkToItStartsItToo() throws Exception {
        assumeThat(Image.onWindows()).isFalse();
        var link = Files.createSymbolicLink(folder.resolve("a shop's till"), image.launcher());
        assertThat(image.start(folder, "", List.of(link.toString(), "--version"))
                        .text())
                .isEqualToIgnoringNewLines(VERSION);
    }

    @Test
    void theCacheFitsTheClassPathItShipsWith() throws Exception {
        var lib = image.folder().resolve("lib");
        // AOTMode=on refuses to start where the default would quietly start slower.
        var said = image.java(
                folder,
                "-XX:AOTMode=on",
                "-XX:AOTCache=" + lib.resolve("countinghouse.aot"),
                "-XX:+UseSerialGC",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "-cp",
                lib.resolve("station.jar").toString(),
                "org.countinghouse.app.Main",
                "--version");
        assertThat(said.text()).isEqualToIgnoringNewLines(VERSION);
    }

    @Test
    void moneyDatesAndPrintersComeOutRightInTheImage() throws Exception {
        var said = image.runInside(folder, InTheImage.class);
        assertThat(said.text().lines())
                .containsExactly(
                        "java 25",
                        "home " + image.folder().resolve("runtime").toRealPath(),
                        "đồng 125.000\u00a0₫",
                        "khmer 21 វិច្ឆិកា 2026",
                        "vietnamese printer true",
                        "thai printer true",
                        "javafx true");
    }

    @Test
    void aShiftIsWorkedCountedClosedAndVerified() throws Exception {
        var said = image.run(
                folder, SHIFT, "script", "--data", folder.resolve("till").toString(), "-");
        assertThat(said.text().lines())
                .hasSize((int) SHIFT.lines().count())
                .allMatch(line -> line.startsWith("{\"ok\":true"));
        assertThat(said.text())
                .contains("\"expected\":{\"GBP\":\"73.50\"}", "\"overShort\":\"-0.50\",\"word\":\"short\"");
        assertThat(said.exit()).isZero();
        var verified =
                image.run(folder, "", "verify", "--data", folder.resolve("till").toString());
        assertThat(verified.text()).contains("whole: 14 entries");
        assertThat(verified.exit()).isZero();
    }

    @Test
    void aTillLogIsImportedAndCopiedToACloudOfItsOwn() throws Exception {
        Files.writeString(folder.resolve("log.csv"), LOG);
        Files.writeString(
                folder.resolve("prices.csv"), "item,unit_price_pence,category\nBread,340,Bakery\nTea,150,Hot\n");
        var said = image.run(
                folder, "", "replay", "log.csv", "--prices", "prices.csv", "--currency", "GBP", "--data", "shop");
        assertThat(said.text())
                .containsPattern("tickets +2\n")
                .contains("(830 minor units)")
                .containsPattern("acknowledged by the cloud +[1-9]");
        assertThat(said.exit()).isZero();
    }

    @Test
    void theDemonstrationShiftIsWorkedOnScreensDevicesAndCloud() throws Exception {
        assumeThat(image.run(folder, "", "demo", "--help").text()).contains("Usage: countinghouse demo");
        var said = image.run(folder, "", "demo", "--headless");
        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(filesIn(folder.resolve("demo-output")))
                .anyMatch(name -> name.endsWith(".png"))
                .anyMatch(name -> name.endsWith(".xlsx"));
    }

    @Test
    void theDebianPackageHoldsAnImageThatWorksWhereItIsPut() throws Exception {
        var deb = debianPackage();
        assumeThat(deb).as("made where there is dpkg-deb").isNotNull();
        var root = folder.resolve("root");
        var unpacked = new ProcessBuilder("dpkg-deb", "-x", deb.toString(), root.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(unpacked).isZero();
        assertThat(root.resolve("usr/bin/countinghouse")).isSymbolicLink().isExecutable();
        assertThat(root.resolve("usr/share/applications/countinghouse.desktop")).isNotEmptyFile();
        assertThat(root.resolve("usr/share/icons/hicolor/256x256/apps/countinghouse.png"))
                .isNotEmptyFile();
        var installed = new Image(root.resolve("usr/lib/countinghouse"));
        assertThat(installed.run(folder, "", "--version").text()).isEqualToIgnoringNewLines(VERSION);
    }

    private static List<String> filesIn(Path there) throws IOException {
        try (Stream<Path> files = Files.walk(there)) {
            return files.map(Path::toString).toList();
        }
    }

    private static Path debianPackage() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("finished.packages")))) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElse(null);
        }
    }
}
