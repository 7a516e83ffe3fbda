package org.countinghouse.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import org.countinghouse.device.DeviceAddress;

/// Stands in a cable between a driver and a printer and notes when what passes. Both directions go through unchanged.
final class Earpiece implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final ServerSocket door;
    private final int printer;
    private byte[] awaited = {};
    private long heardAt;
    private long lastAt;

    /// @param printer the port a printer listens at, on this computer
    Earpiece(int printer) throws IOException {
        this.printer = printer;
        door = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("earpiece").daemon().start(this::serve);
    }

    DeviceAddress address() {
        return DeviceAddress.of("tcp://127.0.0.1:" + door.getLocalPort());
    }

    /// Waits for these bytes from now on.
    synchronized void await(byte... bytes) {
        awaited = bytes;
        heardAt = 0;
        lastAt = 0;
    }

    /// When they passed, on the monotonic clock.
    ///
    /// @throws IllegalStateException when they did not within the limit
    synchronized long heard(long limitMillis) {
        long end = System.nanoTime() + limitMillis * 1_000_000;
        while (heardAt == 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException("the printer was told nothing within " + limitMillis + " ms");
            }
            try {
                wait(left);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted");
            }
        }
        return heardAt;
    }

    /// When the last bytes passed towards the printer.
    synchronized long last() {
        return lastAt;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                near.setTcpNoDelay(true);
                var far = new Socket(InetAddress.getLoopbackAddress(), printer);
                far.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> pump(near, far, true));
                Thread.ofPlatform().daemon().start(() -> pump(far, near, false));
            } catch (IOException _) {
                // Closed; or a near end that did not stay.
            }
        }
    }

    private void pump(Socket from, Socket to, boolean listening) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var bytes = new byte[CHUNK];
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                if (listening) {
                    note(Arrays.copyOf(bytes, count));
                }
                out.write(bytes, 0, count);
            }
        } catch (IOException _) {
            // One end hung up; so does the other.
        }
    }

    private synchronized void note(byte[] bytes) {
        long now = System.nanoTime();
        // Two bytes that only look like a status question say nothing of printing.
        if (bytes.length > 3) {
            lastAt = now;
        }
        if (heardAt == 0 && awaited.length > 0 && holds(bytes, awaited)) {
            heardAt = now;
            notifyAll();
        }
    }

    private static boolean holds(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
