package org.countinghouse.ledger.money;

/// One kind of note or coin. Sorts largest first, as a person counts.
///
/// @param minorUnits the face value in minor units of its currency
public record Denomination(long minorUnits, Kind kind) implements Comparable<Denomination> {
    public enum Kind {
        COIN,
        NOTE
    }

    public Denomination {
        if (minorUnits < 1) {
            throw new IllegalArgumentException("a note or coin is worth at least 1 minor unit, not " + minorUnits);
        }
    }

    @Override
    public int compareTo(Denomination other) {
        return Long.compare(other.minorUnits, minorUnits);
    }
}
