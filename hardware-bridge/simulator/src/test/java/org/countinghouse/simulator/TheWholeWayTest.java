package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Opening;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.Slip;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// What a cashier meets, over plain ESC/POS and over JavaPOS: the answers are the same.
@ParameterizedClass
@ValueSource(strings = {"", "javapos:"})
class TheWholeWayTest {
    /// The drawer's proof takes two seconds, laying the cable anew a little more.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final String way;

    @TempDir
    Path folder;

    private Counter counter;

    TheWholeWayTest(String way) {
        this.way = way;
    }

    @BeforeEach
    void open() throws IOException {
        counter = Counter.reachedBy(way, folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void aSlipComesOutAsItWasSet() {
        assertThat(counter.printer().print(zSlip())).isEqualTo(new Printing.Printed());

        assertThat(counter.lastText()).isEqualTo("""
                           Baguette & Co
                                12 Market Street
                ────────────────────────────────────────────────
                Z report                                      17
                Expected                                   73.50
                Counted                                    73.00
                SHORT               0.50
                ────────────────────────────────────────────────

                                [QR Z17 a3f9c2]
                                     a3f9c2
                """);
        assertThat(counter.peer().printouts().getLast().image()).exists();
    }

    @Test
    void aDrawerThatWasShutIsOpenedAndProvesIt() {
        assertThat(counter.drawer().state()).isEqualTo(DrawerState.SHUT);

        assertThat(counter.drawer().open()).isEqualTo(new Opening.Opened());

        assertThat(counter.drawer().state()).isEqualTo(DrawerState.OPEN);
        assertThat(counter.drawer().open()).isEqualTo(new Opening.AlreadyOpen());
        counter.peer().pushDrawerShut();
        assertThat(counter.drawer().state()).isEqualTo(DrawerState.SHUT);
    }

    @Test
    void theDrawerOpensWithoutPaperAndWithTheCoverOpen() {
        counter.peer().play(Scene.PAPER_OUT);
        assertThat(counter.drawer().open()).isEqualTo(new Opening.Opened());

        counter.peer().pushDrawerShut();
        counter.peer().play(Scene.COVER_OPEN);
        assertThat(counter.drawer().open()).isEqualTo(new Opening.Opened());

        counter.peer().pushDrawerShut();
        counter.peer().play(Scene.PAPER_IN);
        counter.peer().play(Scene.COVER_SHUT);
        assertThat(counter.peer().drawerOpen())
                .as("no late pulse was waiting in the printer")
                .isFalse();
        assertThat(counter.peer().pulses()).isEqualTo(2);
    }

    @Test
    void theDrawerOpensWhileALongSlipIsPrinted() throws Exception {
        var khmer = Slip.titled("long");
        for (int i = 0; i < 150; i++) {
            khmer.columns("បាយសាច់ជ្រូក " + i, "៥០០០៛");
        }
        var printing = CompletableFuture.supplyAsync(
                () -> counter.printer().print(khmer.cut().build()));

        assertThat(counter.drawer().open()).isEqualTo(new Opening.Opened());
        assertThat(printing.get()).isEqualTo(new Printing.Printed());
    }

    @Test
    void aLockedDrawerIsNotTakenForOpen() {
        counter.peer().play(Scene.DRAWER_LOCKED);

        assertThat(counter.drawer().open()).isEqualTo(new Opening.Unconfirmed(Opening.Why.SENSE_DID_NOT_CHANGE));
        assertThat(counter.peer().pulses()).isEqualTo(1);
    }

    @Test
    void withoutPaperNothingIsPrintedLater() {
        counter.peer().play(Scene.PAPER_OUT);
        assertThat(counter.printer().state()).isEqualTo(PrinterState.OUT_OF_PAPER);
        assertThat(counter.printer().print(zSlip())).isEqualTo(new Printing.PaperOut());

        counter.peer().play(Scene.PAPER_IN);
        assertThat(counter.printer().state()).isEqualTo(PrinterState.READY);
        assertThat(counter.peer().printouts()).isEmpty();
    }

    @Test
    void paperThatEndsInTheMiddleOfASlipIsReportedAndTheRestIsForgotten() {
        counter.peer().paperEndsAfter(4);
        assertThat(counter.printer().print(zSlip())).isEqualTo(new Printing.PaperOut());

        counter.peer().play(Scene.PAPER_IN);
        assertThat(counter.printer().print(zSlip().marked("DUPLICATE"))).isEqualTo(new Printing.Printed());
        assertThat(counter.peer().printouts()).hasSize(1);
        assertThat(counter.lastText()).startsWith(" ".repeat(15) + "DUPLICATE");
    }

    @Test
    void whatThePrinterSaysOfItselfIsSaidInOurWords() {
        assertThat(counter.printer().state()).isEqualTo(PrinterState.READY);
        counter.peer().play(Scene.PAPER_NEAR_END);
        assertThat(counter.printer().state()).isEqualTo(PrinterState.NEAR_END);
        counter.peer().play(Scene.COVER_OPEN);
        assertThat(counter.printer().state()).isEqualTo(PrinterState.COVER_OPEN);
        assertThat(counter.printer().print(zSlip())).isEqualTo(new Printing.CoverOpen());
        counter.peer().play(Scene.COVER_SHUT);
        counter.peer().play(Scene.KNIFE_STUCK);
        assertThat(counter.printer().state()).isEqualTo(PrinterState.ERROR);
    }

    @Test
    void aDeadPrinterIsGivenUpInTime() {
        counter.printer().print(zSlip());
        counter.peer().play(Scene.DEAD);

        assertThat(inTime(() -> counter.printer().print(zSlip()))).isInstanceOf(Printing.NoAnswer.class);
        assertThat(inTime(() -> counter.drawer().open())).isInstanceOf(Opening.NoAnswer.class);
        assertThat(inTime(() -> counter.printer().state())).isEqualTo(PrinterState.NO_ANSWER);
        assertThat(inTime(() -> counter.drawer().state())).isEqualTo(DrawerState.UNKNOWN);
        assertThat(inTime(() -> counter.devices().health()))
                .extracting(DeviceHealth::fault)
                .containsOnly(Optional.of(DeviceFault.NO_ANSWER));
    }

    @Test
    void aPrinterThatIsPluggedInAgainWorksWithoutARestart() {
        assertThat(counter.printer().print(zSlip())).isEqualTo(new Printing.Printed());
        counter.peer().play(Scene.UNPLUGGED);
        assertThat(inTime(() -> counter.printer().print(zSlip()))).isInstanceOf(Printing.NoAnswer.class);
        assertThat(inTime(() -> counter.drawer().open())).isInstanceOf(Opening.NoAnswer.class);

        counter.peer().play(Scene.PLUGGED_IN);
        assertThat(counter.printer().print(zSlip())).isEqualTo(new Printing.Printed());
        assertThat(counter.drawer().open()).isEqualTo(new Opening.Opened());
    }

    @Test
    void aNameWithPrinterCommandsNeitherOpensTheDrawerNorCuts() {
        var name = "Bob\u001Bp\u0000\u0019\u00FA\u001DV\u0000\u0010\u0014\u0001\u0000\u0002\u001B|fP";
        var slip = Slip.titled("x")
                .text(name)
                .columns(name, name, Emphasis.BOLD)
                .cut()
                .build();

        assertThat(counter.printer().print(slip)).isEqualTo(new Printing.Printed());
        assertThat(counter.peer().pulses()).isZero();
        assertThat(counter.peer().printouts()).hasSize(1);
        assertThat(counter.lastText()).contains("Bob¿p¿¿").doesNotContain("?");
    }

    @Test
    void khmerIsPrintedAsPictureAndIsNotBlank() throws IOException {
        var slip = Slip.titled("km")
                .centred("ហាងនំប៉័ង", Emphasis.LARGE)
                .columns("ប្រាក់សរុប", "៥០,០០០៛", Emphasis.BOLD)
                .cut()
                .build();

        assertThat(counter.printer().print(slip)).isEqualTo(new Printing.Printed());
        assertThat(counter.lastText()).matches("(?s)\\[picture \\d+ rows]\n").doesNotContain("?");
        assertThat(blackDots(counter.peer().printouts().getLast().image())).isGreaterThan(1500);
        assertThat(counter.peer().pulses()).isZero();
    }

    static Slip zSlip() {
        return Slip.titled("Z 17")
                .centred("Baguette & Co", Emphasis.LARGE)
                .centred("12 Market Street")
                .rule()
                .columns("Z report", "17")
                .columns("Expected", "73.50")
                .columns("Counted", "73.00", Emphasis.BOLD)
                .columns("SHORT", "0.50", Emphasis.LARGE)
                .rule()
                .feed(1)
                .qr("Z17 a3f9c2", "a3f9c2")
                .cut()
                .build();
    }

    private static long blackDots(Path png) throws IOException {
        var image = ImageIO.read(png.toFile());
        long black = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                black += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return black;
    }

    private static <T> T inTime(Supplier<T> call) {
        long start = System.nanoTime();
        T answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        return answer;
    }
}
