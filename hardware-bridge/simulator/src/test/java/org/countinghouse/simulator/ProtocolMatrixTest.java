package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Waits;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.MoneyProtocol;
import org.countinghouse.serial.glory.FastGlory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every state x every fault x the host killed, through each protocol: our rules, the driver, the cable, the simulator
/// and its metal. A build runs a part, `--long` all of it.
class ProtocolMatrixTest {
    private static final Waits QUICK = new Waits(
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofMillis(400),
            Duration.ofMillis(600),
            Duration.ofMillis(1500),
            Duration.ofMillis(100),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ZERO);
    private static final Duration PIECE = Duration.ofMillis(5);
    private static final int EVERY =
            System.getProperty("long") != null ? 1 : Integer.getInteger("countinghouse.matrix.every", 61);

    /// Waits that suit a machine in the same computer.
    private static final Map<String, String> SETTINGS = Map.of(
            "ssp", "answer=80&poll=5&tries=3",
            "ssp-hopper", "answer=80&poll=5&tries=3",
            "cctalk", "reply=80&poll=5&settle=40",
            "cashdro", "answer=1500&poll=5&quiet=20",
            "cashmatic", "answer=1500&poll=5&quiet=20",
            "cashlogy", "answer=1500&poll=5&refusal=40&rest=30");

    private static final Set<String> BY_AMOUNT = Set.of("cashdro", "cashmatic");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"ssp", "ssp-hopper", "cctalk", "glory", "glory-socket-io", "cashdro", "cashmatic", "cashlogy"})
    void whateverHappensTheJournalSaysWhatWasPaidOrAPersonCounts(String kind) throws InterruptedException {
        run(kind, Intent.Purpose.PAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ssp", "ssp-hopper", "cctalk", "glory", "glory-socket-io", "cashdro", "cashmatic", "cashlogy"})
    void whateverHappensTheJournalSaysWhatWasTakenOrAPersonCounts(String kind) throws InterruptedException {
        run(kind, Intent.Purpose.TAKE);
    }

    private void run(String kind, Intent.Purpose purpose) throws InterruptedException {
        var matrix = new FaultMatrix(new Simulated(kind), QUICK, folder);
        ExactlyOnceTest.report(kind, purpose, matrix.run(FaultMatrix.cells(purpose), EVERY));
    }

    private record Simulated(String kind) implements FaultMatrix.Station {
        @Override
        public Intent.Ask ask(Pieces pieces) {
            return BY_AMOUNT.contains(kind)
                    ? new Intent.Ask.Worth("USD", pieces.total("USD"))
                    : FaultMatrix.Station.super.ask(pieces);
        }

        @Override
        public CashMachinePeer start() throws IOException {
            return new HouseSimulators().startCashMachine(kind, "matrix", FaultMatrix.FILLED, PIECE);
        }

        @Override
        public MoneyProtocol connect(CashMachinePeer peer) throws IOException {
            if (kind.startsWith("glory")) {
                return FastGlory.at(peer.address());
            }
            String address = peer.address().toString();
            String settings = SETTINGS.getOrDefault(kind, "");
            var ours = settings.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + settings;
            return switch (Devices.open(DeviceAddress.of(ours), Duration.ofSeconds(5))) {
                case Devices.Connection.Connected(var devices) ->
                    devices.cashMachine().orElseThrow();
                case Devices.Connection other -> throw new IOException(ours + ": " + other);
            };
        }
    }
}
