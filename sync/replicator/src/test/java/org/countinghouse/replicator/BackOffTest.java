package org.countinghouse.replicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void theSpanDoublesUpToFiveMinutesAndEveryWaitIsRandomWithinIt() {
        for (int seed = 0; seed < 200; seed++) {
            var backOff = new BackOff(Pace.usual(), new Random(seed));
            long span = 1_000;
            for (int failure = 0; failure < 40; failure++) {
                assertThat(backOff.afterFailure()).isBetween(Duration.ZERO, Duration.ofMillis(span));
                span = Math.min(300_000, span * 2);
            }
        }
    }

    @Test
    void stationsThatFailTogetherDoNotComeBackTogether() {
        var waits = new HashSet<Duration>();
        for (int seed = 0; seed < 100; seed++) {
            var backOff = new BackOff(Pace.usual(), new Random(seed));
            for (int failure = 0; failure < 8; failure++) {
                backOff.afterFailure();
            }
            waits.add(backOff.afterFailure());
        }
        assertThat(waits).hasSizeGreaterThan(90);
    }

    @Test
    void aSuccessBeginsTheWaitsAnew() {
        var backOff = new BackOff(Pace.usual(), new Random(1));
        for (int failure = 0; failure < 20; failure++) {
            backOff.afterFailure();
        }
        backOff.succeeded();
        assertThat(backOff.afterFailure()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
