package org.countinghouse.serial.ssp;

import java.util.Optional;
import java.util.SortedMap;

/// How far a machine's counters moved. They count pieces, not values, and outlive a loss of power.
///
/// @param taken pieces its mouth took, wherever they went
/// @param stacked those of them that went straight into the cashbox
/// @param dispensed pieces given to somebody
/// @param transferred pieces that went from the store into the cashbox
/// @param trusted whether they were not all nought before: a memory that was lost looks just like that
record SspCounters(long taken, long stacked, long dispensed, long transferred, boolean trusted) {
    static final String STACKED = "ssp.stacked";
    static final String STORED = "ssp.stored";
    static final String DISPENSED = "ssp.dispensed";
    static final String TRANSFERRED = "ssp.transferred";
    static final String REJECTED = "ssp.rejected";

    /// Empty when one of the two has no counters, or one of them went backwards.
    static Optional<SspCounters> between(SortedMap<String, Long> before, SortedMap<String, Long> now) {
        if (before.isEmpty() || !before.keySet().equals(now.keySet()) || wentBack(before, now)) {
            return Optional.empty();
        }
        long stacked = moved(STACKED, before, now);
        return Optional.of(new SspCounters(
                moved(STORED, before, now) + stacked,
                stacked,
                moved(DISPENSED, before, now),
                moved(TRANSFERRED, before, now),
                before.values().stream().anyMatch(value -> value != 0)));
    }

    static boolean wentBack(SortedMap<String, Long> before, SortedMap<String, Long> now) {
        return before.entrySet().stream().anyMatch(each -> now.getOrDefault(each.getKey(), 0L) < each.getValue());
    }

    private static long moved(String counter, SortedMap<String, Long> before, SortedMap<String, Long> now) {
        return now.getOrDefault(counter, 0L) - before.getOrDefault(counter, 0L);
    }
}
