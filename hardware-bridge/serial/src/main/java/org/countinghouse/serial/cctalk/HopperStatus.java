package org.countinghouse.serial.cctalk;

import java.util.OptionalLong;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a hopper's counters say at one moment.
///
/// @param events how many dispense commands it counted, 1 to 255 and then 1 again; 0 only after a reset
/// @param remaining coins it still has to pay of its last command
/// @param paid coins it paid of its last command
/// @param unpaid coins it gave up on; some hoppers clear it when they stop by themselves
///        (Suzohapp Flow manual, p. 16, against p. 18)
/// @param dispensed coins it ever paid, 24 bits; empty when it does not count that
record HopperStatus(int events, int remaining, int paid, int unpaid, OptionalLong dispensed) {
    private static final int LAST_EVENT = 255;
    private static final long DISPENSED_WRAPS = 1L << 24;

    /// The counter after one more command.
    int nextEvent() {
        return events == LAST_EVENT ? 1 : events + 1;
    }

    boolean isMoving() {
        return remaining > 0;
    }

    /// Whether the figures of the last command are the same.
    boolean sameFigures(HopperStatus other) {
        return paid == other.paid && unpaid == other.unpaid;
    }

    /// How many coins more than back then it ever paid; empty when one of the two does not know.
    OptionalLong dispensedSince(HopperStatus before) {
        return dispensed.isPresent() && before.dispensed.isPresent()
                ? OptionalLong.of(Math.floorMod(dispensed.getAsLong() - before.dispensed.getAsLong(), DISPENSED_WRAPS))
                : OptionalLong.empty();
    }

    /// Whether anything happened to it since.
    boolean differsFrom(HopperStatus before) {
        return isMoving()
                || events != before.events
                || !sameFigures(before)
                || dispensedSince(before).orElse(0) != 0;
    }

    /// Puts it among the counters of a sight, under `hopper-3.…`.
    void tell(int hopper, SortedMap<String, Long> counters) {
        counters.put(name(hopper, "events"), (long) events);
        counters.put(name(hopper, "paid"), (long) paid);
        counters.put(name(hopper, "unpaid"), (long) unpaid);
        dispensed.ifPresent(count -> counters.put(name(hopper, "dispensed"), count));
    }

    /// What a sight said of a hopper, or null when it said nothing.
    static @Nullable HopperStatus told(int hopper, SortedMap<String, Long> counters) {
        Long events = counters.get(name(hopper, "events"));
        Long paid = counters.get(name(hopper, "paid"));
        Long unpaid = counters.get(name(hopper, "unpaid"));
        Long dispensed = counters.get(name(hopper, "dispensed"));
        if (events == null || paid == null || unpaid == null) {
            return null;
        }
        return new HopperStatus(
                events.intValue(),
                0,
                paid.intValue(),
                unpaid.intValue(),
                dispensed == null ? OptionalLong.empty() : OptionalLong.of(dispensed));
    }

    @Override
    public String toString() {
        return "event counter " + events + ", paid " + paid + ", unpaid " + unpaid
                + (remaining > 0 ? ", remaining " + remaining : "")
                + (dispensed.isPresent() ? ", ever paid " + dispensed.getAsLong() : "");
    }

    private static String name(int hopper, String counter) {
        return "hopper-" + hopper + "." + counter;
    }
}
