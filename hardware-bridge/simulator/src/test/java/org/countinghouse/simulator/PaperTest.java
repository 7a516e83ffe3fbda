package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.countinghouse.device.Barcode;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Png;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Widths of paper, bar codes and pictures, as they lie in the tray.
class PaperTest {
    private static final int MARGINS = 32;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"80, a, 48, 576", "80, b, 64, 576", "58, a, 32, 384", "58, b, 42, 384"})
    void aLineIsAsLongAsThePaperHolds(int paper, String font, int columns, int dots) throws IOException {
        try (var counter = Counter.reachedBy("", folder, "?paper=" + paper + "&font=" + font)) {
            counter.peer().loadRoll(paper);
            var slip = Slip.titled("x")
                    .rule()
                    .columns("Expected", "73.50")
                    .columns("ប្រាក់", "៥០០០៛")
                    .cut()
                    .build();

            assertThat(counter.printer().columns()).isEqualTo(columns);
            assertThat(counter.printer().print(slip)).isEqualTo(new Printing.Printed());
            assertThat(counter.lastText().lines().toList())
                    .startsWith("─".repeat(columns), "Expected" + " ".repeat(columns - 13) + "73.50");
            assertThat(image(counter).getWidth()).isEqualTo(dots + MARGINS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javapos:"})
    void barCodesComeOutWithTheirDataBelow(String way) throws IOException {
        try (var counter = Counter.reachedBy(way, folder)) {
            var slip = Slip.titled("x")
                    .bars(Barcode.EAN_13, "5901234123457")
                    .bars(Barcode.EAN_8, "96385074")
                    .bars(Barcode.UPC_A, "036000291452")
                    .bars(Barcode.CODE_39, "SALE 17")
                    .bars(Barcode.CODE_128, "Sale {17}/a")
                    .bars(Barcode.ITF, "12345678")
                    .cut()
                    .build();

            assertThat(counter.printer().print(slip)).isEqualTo(new Printing.Printed());
            assertThat(counter.lastText().lines().map(String::strip))
                    .containsExactly(
                            "[EAN_13 5901234123457]",
                            "[EAN_8 96385074]",
                            "[UPC_A 036000291452]",
                            "[CODE_39 SALE 17]",
                            "[CODE_128 Sale {17}/a]",
                            "[ITF 12345678]");
        }
    }

    @Test
    void barsThatDoNotFitThePaperAreWrittenOut() throws IOException {
        try (var counter = Counter.reachedBy("", folder, "?paper=58")) {
            String data = "counter-1/1/18/a3f901bc77de";

            counter.printer()
                    .print(Slip.titled("x").bars(Barcode.CODE_128, data).cut().build());
            assertThat(counter.lastText().strip()).isEqualTo(data);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javapos:"})
    void aLogoIsDitheredInTheMiddleAndNeverWiderThanThePaper(String way) throws IOException {
        try (var counter = Counter.reachedBy(way, folder)) {
            var slip = Slip.titled("x").logo(grey(900, 300)).cut().build();

            assertThat(counter.printer().print(slip)).isEqualTo(new Printing.Printed());
            assertThat(counter.lastText()).isEqualTo("[picture 192 rows]\n");
            assertThat(blackShare(image(counter)))
                    .as("half of the dots are black")
                    .isBetween(0.45, 0.55);
        }
    }

    @Test
    void anAccentWrittenAsTwoSignsIsPrintedAsTheLetterItIs() throws IOException {
        try (var counter = Counter.reachedBy("", folder)) {
            counter.printer()
                    .print(Slip.titled("x")
                            .text("Cre\u0300me", Emphasis.BOLD)
                            .cut()
                            .build());
            assertThat(counter.lastText()).isEqualTo("Crème\n");
        }
    }

    private static BufferedImage image(Counter counter) throws IOException {
        return ImageIO.read(counter.peer().printouts().getLast().image().toFile());
    }

    private static Png grey(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(new Color(0x80, 0x80, 0x80));
        g.fillRect(0, 0, width, height);
        g.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return Png.of(bytes.toByteArray());
    }

    /// Of the dots within the margins and above the blank feed to the knife.
    private static double blackShare(BufferedImage image) {
        int black = 0;
        int rows = 192;
        for (int y = 16; y < 16 + rows; y++) {
            for (int x = 16; x < image.getWidth() - 16; x++) {
                black += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return (double) black / (rows * (image.getWidth() - MARGINS));
    }
}
