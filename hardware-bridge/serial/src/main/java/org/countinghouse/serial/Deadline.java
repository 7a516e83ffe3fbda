package org.countinghouse.serial;

import java.time.Duration;

/// A limit that runs. Counted on the monotonic clock, so a corrected wall clock neither ends nor stretches a wait.
record Deadline(long atNanos) {
    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    long millisLeft() {
        return Math.max(0, (atNanos - System.nanoTime()) / 1_000_000);
    }

    boolean isOver() {
        return atNanos - System.nanoTime() <= 0;
    }
}
