package org.countinghouse.ledger.people;

import java.time.Duration;

/// How guessing a PIN is made slow. Five tries are free; then 30 seconds, doubling to an hour; after twenty in a row
/// only somebody else's unlocking helps. (NIST SP 800-63B, 3.2.2: rising waits of 30 seconds to an hour.)
///
/// The wait is told by a clock nobody can set: ticks of any beginning that only go on, in nanoseconds. What is left
/// of a wait is kept on disk and goes on after a restart.
///
/// @param wrongPins in a row
/// @param left what was left to wait at `tick`
/// @param tick the monotonic clock then
public record LockOut(int wrongPins, Duration left, long tick) {
    static final int FREE_TRIES = 5;
    static final int STOP = 20;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /// What follows the last of so many wrong PINs, at once.
    public static LockOut after(int wrongPins, long tick) {
        return new LockOut(wrongPins, waitAfter(wrongPins), tick);
    }

    /// A wait that began before the station was started; it is never longer than it was.
    public static LockOut resumed(int wrongPins, Duration left, long tick) {
        Duration whole = waitAfter(wrongPins);
        return new LockOut(wrongPins, left.compareTo(whole) < 0 ? left : whole, tick);
    }

    /// How long to wait after so many wrong PINs in a row, before the next try.
    public static Duration waitAfter(int wrongPins) {
        if (wrongPins < FREE_TRIES || wrongPins >= STOP) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_WAIT.multipliedBy(1L << (wrongPins - FREE_TRIES));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /// What is left of it at a later tick.
    public LockOut at(long now) {
        var waited = Duration.ofNanos(Math.max(0, now - tick));
        return new LockOut(wrongPins, waited.compareTo(left) < 0 ? left.minus(waited) : Duration.ZERO, now);
    }

    /// Nobody may try this person's PIN now.
    public boolean isShut() {
        return isStopped() || left.isPositive();
    }

    /// No wait ends this: somebody who may unlock must do so.
    public boolean isStopped() {
        return isStopped(wrongPins);
    }

    public static boolean isStopped(int wrongPins) {
        return wrongPins >= STOP;
    }

    /// How many more wrong PINs bring no wait.
    public int triesLeft() {
        return Math.max(0, FREE_TRIES - wrongPins);
    }
}
