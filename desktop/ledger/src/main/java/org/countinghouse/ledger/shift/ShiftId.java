package org.countinghouse.ledger.shift;

import org.countinghouse.ledger.till.TillId;

/// A shift of a till: `1-17` is the seventeenth shift of till 1.
///
/// @param number gapless per till, from 1
public record ShiftId(TillId till, long number) {
    /// Reads `1-17`; the number stands after the last dash.
    public static ShiftId parse(String text) {
        int dash = text.lastIndexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("\"" + text + "\" is no shift: write it as till-number, such as 1-17");
        }
        return new ShiftId(new TillId(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    @Override
    public String toString() {
        return till + "-" + number;
    }
}
