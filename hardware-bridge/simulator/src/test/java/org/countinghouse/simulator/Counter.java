package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;

/// A counter with a simulated printer, and our devices opened over it.
record Counter(PrinterPeer peer, Devices devices) implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    static Counter reachedBy(String way, Path folder) throws IOException {
        return reachedBy(way, folder, "");
    }

    static Counter reachedBy(String way, Path folder, String settings) throws IOException {
        var peer = SimulatedPeers.find().orElseThrow().startPrinter("front", folder);
        var address = DeviceAddress.of(way + peer.address() + settings);
        return new Counter(peer, ((Devices.Connection.Connected) Devices.open(address, LIMIT)).devices());
    }

    ReceiptPrinter printer() {
        return devices.printer().orElseThrow();
    }

    CashDrawer drawer() {
        return devices.drawer().orElseThrow();
    }

    String lastText() {
        return peer.printouts().getLast().text();
    }

    @Override
    public void close() {
        devices.close();
        peer.close();
    }
}
