package org.countinghouse.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Slows down whoever guesses enrolment codes. Stations that are enrolled do not come past here.
final class WrongCodes {
    static final int MOST = 10;
    static final Duration SPAN = Duration.ofMinutes(1);

    private static final int MOST_TENANTS = 10_000;

    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant spanBegan;

    WrongCodes(Clock clock) {
        this.clock = clock;
        this.spanBegan = clock.instant();
    }

    synchronized boolean tooMany(String tenant) {
        beginAnew();
        return counts.getOrDefault(tenant, 0) >= MOST;
    }

    synchronized void add(String tenant) {
        beginAnew();
        counts.merge(tenant, 1, Integer::sum);
    }

    private void beginAnew() {
        var now = clock.instant();
        if (Duration.between(spanBegan, now).abs().compareTo(SPAN) > 0 || counts.size() > MOST_TENANTS) {
            counts.clear();
            spanBegan = now;
        }
    }
}
