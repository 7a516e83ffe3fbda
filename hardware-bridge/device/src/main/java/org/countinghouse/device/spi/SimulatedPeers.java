package org.countinghouse.device.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.countinghouse.device.Pieces;

/// The door to simulators, for training mode and tests: starts one and hands back its address and its scenes.
public interface SimulatedPeers {
    /// The simulators on the class path, if any.
    static Optional<SimulatedPeers> find() {
        return ServiceLoader.load(SimulatedPeers.class, SimulatedPeers.class.getClassLoader())
                .findFirst();
    }

    /// Starts a receipt printer with a drawer on a free loopback port. Its address is `tcp://127.0.0.1:…`.
    ///
    /// @param folder where each cut slip is left as PNG and text; made when it is not there
    /// @throws IOException when no port or folder is to be had
    PrinterPeer startPrinter(String name, Path folder) throws IOException;

    /// Starts a cash machine in this process. Its address is `simulated:cash-machine/NAME`; a name can be started
    /// once
    /// at a time.
    CashMachinePeer startCashMachine(String name, Pieces filledWith);
}
