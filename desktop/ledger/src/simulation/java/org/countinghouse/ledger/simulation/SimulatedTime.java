package org.countinghouse.ledger.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A wall clock somebody may set, and beside it one that only runs.
public final class SimulatedTime implements InstantSource {
    private Instant wall;
    private long nanos;
    private Duration moved = Duration.ZERO;

    public SimulatedTime(Instant start) {
        wall = start;
    }

    public void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    /// Moves the wall clock alone.
    public void set(Duration by) {
        wall = wall.plus(by);
        moved = moved.plus(by);
    }

    /// By how much the wall clock was moved since this was asked last.
    Duration moved() {
        Duration since = moved;
        moved = Duration.ZERO;
        return since;
    }

    @Override
    public Instant instant() {
        return wall;
    }

    public long nanos() {
        return nanos;
    }
}
