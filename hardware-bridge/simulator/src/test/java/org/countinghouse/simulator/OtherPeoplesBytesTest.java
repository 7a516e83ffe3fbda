package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitImageWrapper;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.countinghouse.device.spi.PrinterPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The simulated printer understands an ESC/POS writer that is not ours (escpos-coffee, MIT).
class OtherPeoplesBytesTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private PrinterPeer printer;
    private Socket socket;
    private EscPos other;

    @BeforeEach
    void connect() throws Exception {
        printer = SimulatedPrinter.started("front", folder);
        socket = new Socket(
                "127.0.0.1", Integer.parseInt(printer.address().target().split(":")[1]));
        other = new EscPos(socket.getOutputStream());
    }

    @AfterEach
    void close() throws Exception {
        socket.close();
        printer.close();
    }

    @Test
    void textInItsStylesAndCodePageIsUnderstood() throws Exception {
        var loud = new Style()
                .setBold(true)
                .setFontSize(Style.FontSize._2, Style.FontSize._2)
                .setJustification(Justification.Center);
        other.initializePrinter()
                .setCharacterCodeTable(EscPos.CharacterCodeTable.WPC1252)
                .writeLF(loud, "Café")
                .writeLF(new Style().setUnderline(Style.Underline.OneDotThick), "12 Rue de l'Été € 5")
                .writeLF(new Style().setColorMode(Style.ColorMode.WhiteOnBlack), "reverse")
                .writeLF(new Style().setFontName(Style.FontName.Font_B).setLineSpacing(40), "small")
                .feed(2)
                .cut(EscPos.CutMode.PART);

        assertThat(cutText().lines().map(String::strip).filter(row -> !row.isEmpty()))
                .containsExactly("Café", "12 Rue de l'Été € 5", "reverse", "small");
        assertThat(printer.pulses()).isZero();
    }

    @Test
    void codesAreUnderstood() throws Exception {
        other.write(new BarCode().setSystem(BarCode.BarCodeSystem.JAN13_A), "5901234123457")
                .feed(1)
                .write(new BarCode().setSystem(BarCode.BarCodeSystem.JAN13_B), "4006381333931")
                .feed(1)
                .write(new BarCode().setSystem(BarCode.BarCodeSystem.CODE128), "{BSALE-17")
                .feed(1)
                .write(new QRCode().setSize(5).setJustification(Justification.Center), "counter-1/1/18")
                .feed(1)
                .cut(EscPos.CutMode.FULL);

        assertThat(cutText())
                .contains(
                        "[EAN_13 5901234123457]",
                        "[EAN_13 4006381333931]",
                        "[CODE_128 SALE-17]",
                        "[QR counter-1/1/18]");
    }

    @Test
    void aPictureIsUnderstoodAndTheOtherKindIsPassedOver() throws Exception {
        var picture = new EscPosImage(new CoffeeImageImpl(blackSquare()), new BitonalThreshold());
        other.write(new RasterBitImageWrapper(), picture)
                .feed(1)
                .write(new BitImageWrapper(), picture)
                .feed(1)
                .writeLF("after")
                .cut(EscPos.CutMode.FULL);

        assertThat(cutText()).contains("[picture 40 rows]", "after").doesNotContain("\u00FF");
    }

    @Test
    void aPulseIsUnderstood() throws Exception {
        other.pulsePin(EscPos.PinConnector.Pin_2, 50, 75);
        other.flush();

        until(() -> printer.pulses() == 1);
        assertThat(printer.drawerOpen()).isTrue();
    }

    private String cutText() throws Exception {
        other.flush();
        until(() -> !printer.printouts().isEmpty());
        return printer.printouts().getLast().text();
    }

    private static BufferedImage blackSquare() {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.BLACK);
        g.fillRect(0, 0, 40, 40);
        g.dispose();
        return image;
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
