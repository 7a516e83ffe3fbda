package org.countinghouse.device;

/// A kind of note or coin a cash machine knows.
///
/// @param currency ISO 4217 code
/// @param minorUnits its worth in whole minor units, at least 1
public record Denomination(String currency, long minorUnits) implements Comparable<Denomination> {
    public Denomination {
        if (!currency.matches("[A-Z]{3}") || minorUnits < 1) {
            throw new IllegalArgumentException("not a denomination: " + currency + " " + minorUnits);
        }
    }

    @Override
    public int compareTo(Denomination other) {
        int byCurrency = currency.compareTo(other.currency);
        return byCurrency != 0 ? byCurrency : Long.compare(minorUnits, other.minorUnits);
    }
}
