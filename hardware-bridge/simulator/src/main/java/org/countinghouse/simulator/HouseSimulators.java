package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;

/// Starts the simulators of the house.
public final class HouseSimulators implements SimulatedPeers {
    /// Found by ServiceLoader.
    public HouseSimulators() {}

    @Override
    public PrinterPeer startPrinter(String name, Path folder) throws IOException {
        Files.createDirectories(folder);
        return SimulatedPrinter.started(name, folder);
    }

    @Override
    public CashMachinePeer startCashMachine(String name, Pieces filledWith) {
        return SimulatedCashMachine.started(name, filledWith);
    }
}
