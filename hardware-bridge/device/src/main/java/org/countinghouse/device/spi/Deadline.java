package org.countinghouse.device.spi;

import java.time.Duration;

/// A limit that runs. Counted on the monotonic clock, so a corrected wall clock neither ends nor
/// stretches a wait.
public record Deadline(long atNanos) {
    public static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    public long millisLeft() {
        return Math.max(0, (atNanos - System.nanoTime()) / 1_000_000);
    }

    public Duration left() {
        return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    }

    public boolean isOver() {
        return atNanos - System.nanoTime() <= 0;
    }
}
