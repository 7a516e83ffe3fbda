package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.LineDisplayPeer;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.ScannerPeer;
import org.countinghouse.device.spi.SimulatedPeers;

/// Starts the simulators of the house.
public final class HouseSimulators implements SimulatedPeers {
    private static final Map<String, Maker> MACHINES = Map.of(
            "cashdro", SimulatedCashDro::started,
            "cashlogy", SimulatedCashlogy::started,
            "cashmatic", SimulatedCashmatic::started,
            "cctalk", SimulatedCcTalk::started,
            "glory", SimulatedGlory::started,
            "glory-socket-io", SimulatedGlory::bySocketIo,
            "ssp", SimulatedPayout::payout,
            "ssp-hopper", SimulatedPayout::hopper);

    /// Found by ServiceLoader.
    public HouseSimulators() {}

    @Override
    public PrinterPeer startPrinter(String name, Path folder) throws IOException {
        Files.createDirectories(folder);
        return SimulatedPrinter.started(name, folder);
    }

    @Override
    public LineDisplayPeer startLineDisplay(String name, int rows, int columns) throws IOException {
        return SimulatedDisplay.started(name, new Outlet(), rows, columns);
    }

    @Override
    public ScannerPeer startScanner(String name) throws IOException {
        boolean hasTerminals = System.getProperty("os.name", "").equals("Linux");
        return SimulatedScanner.started(name, hasTerminals ? new PseudoTerminal("scanner") : new Outlet());
    }

    @Override
    public List<String> cashMachines() {
        return MACHINES.keySet().stream().sorted().toList();
    }

    @Override
    public CashMachinePeer startCashMachine(String kind, String name, Pieces filledWith, Duration pieceEvery)
            throws IOException {
        var maker = MACHINES.get(kind);
        if (maker == null) {
            throw new IllegalArgumentException("no simulator plays \"" + kind + "\"; there are " + cashMachines());
        }
        return maker.start(name, filledWith, pieceEvery);
    }

    @FunctionalInterface
    private interface Maker {
        CashMachinePeer start(String name, Pieces filledWith, Duration pieceEvery) throws IOException;
    }
}
