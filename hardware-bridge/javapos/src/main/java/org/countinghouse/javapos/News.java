package org.countinghouse.javapos;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Wakes whoever follows a machine when one of its devices has an event. The events themselves stay with the devices.
final class News {
    private final Semaphore some = new Semaphore(0);

    /// From a vendor's thread; never waits.
    void arrive() {
        if (some.availablePermits() == 0) {
            some.release();
        }
    }

    void await(Duration limit) throws IOException {
        try {
            if (some.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                some.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("given up", e);
        }
    }
}
