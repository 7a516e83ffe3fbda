package org.countinghouse.serial;

import java.io.IOException;
import java.time.Duration;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;

/// A serial port as a cable. After an unplug the port still says it is open: what it takes and gives is
/// how we notice. Every native call can hang, in a driver whose device is asleep or behind a far end
/// that takes no bytes (measured: a write to a full buffer waits for ever); so each write and the
/// closing have a worker and a limit.
final class SerialCable implements Cable {
    static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final Port port;
    private final Worker worker;
    private volatile boolean closed;

    /// The few native calls a cable needs of an open port.
    interface Port {
        String name();

        /// How many bytes it took; 0 or less from a port whose device is gone. May hang.
        int write(byte[] bytes, int from);

        /// How many bytes came within the port's slice of time; below 0 from a port whose device is
        /// gone.
        int read(byte[] into);

        /// May hang.
        boolean close();
    }

    SerialCable(Port openPort, Worker worker) {
        port = openPort;
        this.worker = worker;
    }

    @Override
    public void write(byte[] bytes, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        byte[] ours = bytes.clone();
        for (int written = 0; written < ours.length; ) {
            check();
            int from = written;
            int count = worker.within(deadline.left(), "writing to " + port.name(), () -> port.write(ours, from))
                    .orElseThrow(() -> stuck(limit));
            if (count <= 0) {
                throw new IOException("the cable was pulled");
            }
            written += count;
            if (written < ours.length && deadline.isOver()) {
                throw stuck(limit);
            }
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        do {
            check();
            int count = port.read(into);
            if (count < 0) {
                throw new IOException("the cable was pulled");
            }
            if (count > 0) {
                return count;
            }
        } while (!deadline.isOver());
        return 0;
    }

    /// Closing also brings back a write that hangs.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            worker.within(CLOSE_LIMIT, SerialCables.use(port.name()), port::close);
        }
    }

    /// The cable is of no use any more, and somebody must bring the hanging write back.
    private IOException stuck(Duration limit) {
        close();
        return new IOException("took no more bytes for " + limit.toMillis() + " ms");
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException("the cable was taken off");
        }
    }
}
