package org.countinghouse.replicator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Full jitter: after the n-th failure in a row a random wait between nothing and `min(longest, first * 2^n)`, so that
/// a
/// thousand stations do not come back as one.
final class BackOff {
    private static final int ENOUGH_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    BackOff(Pace pace, RandomGenerator random) {
        this.first = pace.firstBackOff();
        this.longest = pace.longestBackOff();
        this.random = random;
    }

    Duration afterFailure() {
        long span = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, ENOUGH_DOUBLINGS));
        failures++;
        return Duration.ofMillis(random.nextLong(span + 1));
    }

    void succeeded() {
        failures = 0;
    }
}
