package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.countinghouse.device.spi.PrinterPeer.Standing;
import org.countinghouse.device.spi.PrinterPeer.Standing.Roll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a simulated device shows of itself to somebody who stands before it.
class StandingTest {
    @TempDir
    Path folder;

    @Test
    void aPrinterShowsWhatWasDoneToIt() throws IOException {
        try (var printer = new HouseSimulators().startPrinter("front", folder)) {
            assertThat(printer.standing())
                    .isEqualTo(new Standing(Roll.ENOUGH, OptionalInt.empty(), false, false, true, true, false, false));
            printer.paperEndsAfter(12);
            for (Scene scene : new Scene[] {
                Scene.PAPER_NEAR_END, Scene.COVER_OPEN, Scene.KNIFE_STUCK, Scene.DEAD, Scene.DRAWER_LOCKED
            }) {
                printer.play(scene);
            }
            printer.turnDrawerKey();
            assertThat(printer.standing())
                    .isEqualTo(new Standing(Roll.NEAR_END, OptionalInt.of(12), true, true, false, true, true, true));
            printer.play(Scene.UNPLUGGED);
            assertThat(printer.standing().pluggedIn()).isFalse();
            printer.play(Scene.PLUGGED_IN);
            printer.play(Scene.PAPER_OUT);
            assertThat(printer.standing().roll()).isEqualTo(Roll.OUT);
            printer.play(Scene.PAPER_IN);
            assertThat(printer.standing().roll()).isEqualTo(Roll.ENOUGH);
            assertThat(printer.standing().linesLeft()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cashdro, true",
        "cashlogy, true",
        "cashmatic, true",
        "cctalk, false",
        "glory, true",
        "ssp, true",
        "ssp-hopper, false"
    })
    void aMachineWithoutABezelOffersNoneOfItsScenes(String kind, boolean bezel) throws IOException {
        var coins = Pieces.of(new Denomination("EUR", 100), 5);
        try (var machine = new HouseSimulators().startCashMachine(kind, kind, coins, Duration.ofMillis(1))) {
            assertThat(machine.scenes().containsAll(CashMachinePeer.Scene.AT_THE_BEZEL))
                    .isEqualTo(bezel);
            assertThat(machine.scenes()).contains(CashMachinePeer.Scene.JAMMED, CashMachinePeer.Scene.SECOND_HOST);
        }
    }
}
