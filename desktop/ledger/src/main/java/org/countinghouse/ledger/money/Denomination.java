package org.countinghouse.ledger.money;

import java.time.LocalDate;

/// One kind of note or coin. Sorts largest first, as a person counts.
///
/// @param minorUnits the face value in minor units of its currency
/// @param rare hardly met: it stands on the count pad, and is proposed only where it is in stock
/// @param activeFrom the first business date it is taken, and
/// @param activeTo the last; what was written before stays readable
public record Denomination(long minorUnits, Kind kind, boolean rare, LocalDate activeFrom, LocalDate activeTo)
        implements Comparable<Denomination> {
    public enum Kind {
        COIN,
        NOTE
    }

    public Denomination {
        if (minorUnits < 1) {
            throw new IllegalArgumentException("a note or coin is worth at least 1 minor unit, not " + minorUnits);
        }
        if (activeTo.isBefore(activeFrom)) {
            throw new IllegalArgumentException(
                    "a note or coin cannot be withdrawn on " + activeTo + " and first issued on " + activeFrom);
        }
    }

    /// One that is in use, always was and always will be.
    public Denomination(long minorUnits, Kind kind) {
        this(minorUnits, kind, false, LocalDate.MIN, LocalDate.MAX);
    }

    /// Whether it is taken on this business date.
    public boolean isActive(LocalDate businessDate) {
        return !businessDate.isBefore(activeFrom) && !businessDate.isAfter(activeTo);
    }

    @Override
    public int compareTo(Denomination other) {
        return Long.compare(other.minorUnits, minorUnits);
    }
}
