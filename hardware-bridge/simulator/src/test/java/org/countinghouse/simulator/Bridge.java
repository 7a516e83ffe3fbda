package org.countinghouse.simulator;

import java.io.IOException;
import java.net.Socket;
import org.countinghouse.device.DeviceAddress;

/// Carries bytes between the far end of a cable and a simulated printer's socket, so that one printer
/// can be reached over any cable.
final class Bridge implements AutoCloseable {
    private final Socket printer;
    private final Thread there;

    Bridge(FarEnd far, DeviceAddress printerAt) throws IOException {
        printer = new Socket("127.0.0.1", Integer.parseInt(printerAt.target().split(":")[1]));
        there = Thread.ofPlatform().daemon().start(() -> carryTo(far));
        Thread.ofPlatform().daemon().start(() -> carryFrom(far));
    }

    boolean isAlive() {
        return there.isAlive();
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }

    private void carryTo(FarEnd far) {
        var bytes = new byte[4096];
        try {
            while (true) {
                printer.getOutputStream().write(bytes, 0, far.read(bytes));
            }
        } catch (IOException _) {
            // One of the ends was closed: the test is over.
        }
    }

    private void carryFrom(FarEnd far) {
        var bytes = new byte[256];
        try {
            for (int count = printer.getInputStream().read(bytes);
                    count > 0;
                    count = printer.getInputStream().read(bytes)) {
                far.write(java.util.Arrays.copyOf(bytes, count));
            }
        } catch (IOException _) {
            // One of the ends was closed: the test is over.
        }
    }
}
