package org.countinghouse.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.time.Duration;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;

/// A serial port as a cable. After an unplug the port still says it is open and takes no bytes: that is
/// how we notice.
final class SerialCable implements Cable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final SerialPort port;
    private volatile boolean closed;

    SerialCable(SerialPort openPort) {
        port = openPort;
    }

    @Override
    public void write(byte[] bytes, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        int written = 0;
        while (written < bytes.length) {
            check();
            int count = port.writeBytes(bytes, bytes.length - written, written);
            if (count <= 0) {
                throw new IOException("the cable was pulled");
            }
            written += count;
            if (written < bytes.length && deadline.isOver()) {
                throw new IOException("took no more bytes for " + limit.toMillis() + " ms");
            }
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        do {
            check();
            int count = port.readBytes(into, into.length);
            if (count < 0) {
                throw new IOException("the cable was pulled");
            }
            if (count > 0) {
                return count;
            }
        } while (!deadline.isOver());
        return 0;
    }

    /// Closing a port whose device is gone can hang in the operating system, so it happens on its own
    /// thread.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Worker.within(CLOSE_LIMIT, "closing " + port.getSystemPortName(), port::closePort);
        }
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException("the cable was taken off");
        }
    }
}
