package org.countinghouse.device.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.countinghouse.device.Pieces;

/// The door to simulators, for training mode and tests: starts one and hands back its address and its
/// scenes.
public interface SimulatedPeers {
    /// The simulators on the class path, if any.
    static Optional<SimulatedPeers> find() {
        return ServiceLoader.load(SimulatedPeers.class, SimulatedPeers.class.getClassLoader())
                .findFirst();
    }

    /// Starts a receipt printer with a drawer on a free loopback port. Its address is
    /// `tcp://127.0.0.1:…`.
    ///
    /// @param folder where each cut slip is left as PNG and text; made when it is not there
    /// @throws IOException when no port or folder is to be had
    PrinterPeer startPrinter(String name, Path folder) throws IOException;

    /// Starts a customer display on a free loopback port.
    ///
    /// @throws IOException when no port is to be had
    LineDisplayPeer startLineDisplay(String name, int rows, int columns) throws IOException;

    /// Starts a bar code scanner: at the far end of a pseudo terminal where the system has them, else
    /// on a loopback port.
    ///
    /// @throws IOException when no cable is to be had
    ScannerPeer startScanner(String name) throws IOException;

    /// Which cash machines [#startCashMachine] can play, such as `ssp`.
    List<String> cashMachines();

    /// Starts a cash machine at the far end of a pseudo terminal or a loopback socket.
    ///
    /// @param kind one of [#cashMachines]
    /// @param pieceEvery how long it needs for a piece; short in tests
    /// @throws IOException when no cable is to be had
    /// @throws IllegalArgumentException when nothing plays that kind
    CashMachinePeer startCashMachine(String kind, String name, Pieces filledWith, Duration pieceEvery)
            throws IOException;
}
