package org.countinghouse.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.countinghouse.ledger.entry.ClockJumped;

/// Notices that the wall clock was set, by a clock that only runs. Judges nothing: entries keep their order by
/// sequence.
final class ClockWatch {
    /// The wall clock may stand back a little between two looks: a time server corrects it so.
    static final Duration BACKWARDS_TOLERANCE = Duration.ofSeconds(5);

    /// The two clocks may part by so much in a day: a quartz is some seconds off by then.
    static final Duration DRIFT_LIMIT = Duration.ofMinutes(1);

    /// How long the clocks are measured from the same moment, so that a clock moved little by little shows too.
    static final Duration MEASURED_FROM = Duration.ofDays(1);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private Optional<Look> origin = Optional.empty();
    private Optional<Look> last = Optional.empty();

    /// Both clocks at one moment.
    record Look(Instant wall, long nanos) {
        Duration since(Look earlier) {
            return Duration.ofNanos(nanos - earlier.nanos);
        }

        /// What the wall clock should show, had it only run since then.
        Instant expectedFrom(Look earlier) {
            return earlier.wall.plus(since(earlier));
        }
    }

    /// @param nanos of a clock nobody can set, from any beginning
    ClockWatch(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
    }

    Look look() {
        return new Look(wall.instant(), nanos.getAsLong());
    }

    /// Whether the clock was set since the last look that was kept; at the first look, whether it stands before
    /// the last entry. How long the station was off nobody knows, so a first look cannot be too late.
    ///
    /// @param lastEntry when the last entry was recorded
    Optional<ClockJumped> jump(Look now, Supplier<Optional<Instant>> lastEntry) {
        if (last.isEmpty()) {
            return lastEntry.get().filter(time -> isBack(now, time)).map(time -> new ClockJumped(time, now.wall));
        }
        Instant expected = now.expectedFrom(last.get());
        Duration drift = Duration.between(now.expectedFrom(origin.orElseThrow()), now.wall);
        return isBack(now, expected) || drift.abs().compareTo(DRIFT_LIMIT) > 0
                ? Optional.of(new ClockJumped(expected, now.wall))
                : Optional.empty();
    }

    private static boolean isBack(Look now, Instant expected) {
        return now.wall.isBefore(expected.minus(BACKWARDS_TOLERANCE));
    }

    /// @param jumped whether the clock is measured from here on
    void keep(Look now, boolean jumped) {
        last = Optional.of(now);
        if (jumped
                || origin.filter(from -> now.since(from).compareTo(MEASURED_FROM) < 0)
                        .isEmpty()) {
            origin = last;
        }
    }
}
