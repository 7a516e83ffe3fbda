package org.countinghouse.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeTest {
    private static final String VERSION = "Countinghouse " + System.getProperty("countinghouse.version");

    private final Image image = Image.finished();

    @TempDir
    private Path folder;

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

    private static Path debianPackage() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("finished.packages")))) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElse(null);
        }
    }
}
