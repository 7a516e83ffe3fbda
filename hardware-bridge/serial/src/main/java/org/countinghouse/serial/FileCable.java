package org.countinghouse.serial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;

/// A device file as a cable. It is opened without blocking, because the reads and writes of Java's own
/// files wait without limit, and a printer that is offline takes bytes only when somebody puts paper
/// in.
final class FileCable implements Cable {
    /// Taking the cable off waits for one slice at most.
    private static final int SLICE_MILLIS = 100;

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    /// A printer that has nothing to say may hand over empty answers instead of none.
    private static final int EMPTY_ANSWER_MILLIS = 20;

    private final DeviceFile file;
    private final Worker worker;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private volatile boolean closed;

    private FileCable(DeviceFile file, Worker worker) {
        this.file = file;
        this.worker = worker;
    }

    /// Opening may hang in the system when the device sleeps, so it happens on a thread that can be left behind.
    static FileCable at(Path path, Duration limit, Worker worker) throws IOException {
        String opening = "opening " + path;
        if (worker.hangs(opening)) {
            throw new IOException(path + " still hangs from the last try: switch the printer off and on");
        }
        var opened = worker.within(limit, opening, () -> DeviceFile.opened(path), late -> {
                    if (late instanceof DeviceFile.Opened.Open(var file)) {
                        file.close();
                    }
                })
                .orElseThrow(() -> new IOException(path + " did not open within " + limit.toMillis() + " ms"));
        return switch (opened) {
            case DeviceFile.Opened.Open(var file) -> new FileCable(file, worker);
            case DeviceFile.Opened.Not(var reason) -> throw new IOException(path + " cannot be opened: " + reason);
        };
    }

    @Override
    public void write(byte[] bytes, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        int written = 0;
        while (written < bytes.length) {
            int from = written;
            written += using(() -> file.awaitWritable(slice(deadline)) ? file.write(bytes, from) : 0);
            if (written < bytes.length && deadline.isOver()) {
                throw new IOException("took no more bytes for " + limit.toMillis() + " ms");
            }
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        do {
            int count = using(() -> file.awaitReadable(slice(deadline)) ? file.read(into) : -1);
            if (count > 0) {
                return count;
            }
            if (count == 0) {
                pause();
            }
        } while (!deadline.isOver());
        return 0;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            worker.within(CLOSE_LIMIT, "closing a device file", () -> {
                Lock alone = use.writeLock();
                alone.lock();
                try {
                    file.close();
                    return true;
                } finally {
                    alone.unlock();
                }
            });
        }
    }

    /// The number of an open file may be another file's as soon as it is closed: nobody closes it
    /// while it is used.
    private int using(Step step) throws IOException {
        Lock shared = use.readLock();
        shared.lock();
        try {
            if (closed) {
                throw new IOException("the cable was taken off");
            }
            return step.run();
        } finally {
            shared.unlock();
        }
    }

    private static int slice(Deadline deadline) {
        return (int) Math.clamp(deadline.millisLeft(), 1, SLICE_MILLIS);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(EMPTY_ANSWER_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("given up");
        }
    }

    @FunctionalInterface
    private interface Step {
        int run() throws IOException;
    }
}
