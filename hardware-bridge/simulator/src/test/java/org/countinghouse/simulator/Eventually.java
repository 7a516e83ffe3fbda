package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.countinghouse.device.spi.Deadline;

/// Waits for what another thread is about to do.
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private Eventually() {}

    static <T> void is(Supplier<T> what, T expected) {
        var deadline = Deadline.in(LIMIT);
        while (!expected.equals(what.get()) && !deadline.isOver()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        assertThat(what.get()).isEqualTo(expected);
    }
}
