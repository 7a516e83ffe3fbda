package org.countinghouse.ledger.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The station's clock was set, or its computer slept. Entries are in order by their sequence; this says why the
/// times of those that follow do not fit those before.
///
/// @param expected the time it should have been: the last time known and what a clock nobody can set has run since
/// @param found the time the clock showed
public record ClockJumped(Instant expected, Instant found) implements Fact {
    public ClockJumped {
        expected = expected.truncatedTo(ChronoUnit.MILLIS);
        found = found.truncatedTo(ChronoUnit.MILLIS);
    }
}
