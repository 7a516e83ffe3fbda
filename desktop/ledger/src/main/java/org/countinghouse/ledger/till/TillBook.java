package org.countinghouse.ledger.till;

import java.util.Optional;
import org.countinghouse.ledger.shift.LastClose;
import org.countinghouse.ledger.shift.ShiftId;

/// What the books keep of a till besides its cash.
///
/// @param shifts how many shifts were ever opened on it
/// @param zNumber the number of its last Z report; 0 before the first
/// @param counters how often other things happened to it
/// @param lastClose the close it rests on until the next opening, where there is one
public record TillBook(TillId till, long shifts, long zNumber, Counters counters, Optional<LastClose> lastClose) {
    /// @param xReports how many X reports were read on it
    /// @param corrections the number of its last correction
    /// @param copies how many Z reports were printed again
    /// @param zSequence the entry of its last Z report; 0 before the first
    public record Counters(long xReports, long corrections, long copies, long zSequence) {
        static final Counters NONE = new Counters(0, 0, 0, 0);
    }

    public static TillBook unused(TillId till) {
        return new TillBook(till, 0, 0, Counters.NONE, Optional.empty());
    }

    public TillBook shiftOpened() {
        return new TillBook(till, shifts + 1, zNumber, counters, Optional.empty());
    }

    public TillBook shiftClosed(ShiftId shift) {
        return new TillBook(till, shifts, zNumber, counters, Optional.of(new LastClose(shift, 0)));
    }

    public TillBook recounted() {
        return new TillBook(till, shifts, zNumber, counters, lastClose.map(LastClose::recounted));
    }

    public TillBook zTaken(long number, long sequence) {
        return counted(new Counters(counters.xReports, counters.corrections, counters.copies, sequence), number);
    }

    public TillBook xTaken(long number) {
        return counted(new Counters(number, counters.corrections, counters.copies, counters.zSequence), zNumber);
    }

    public TillBook corrected(long number) {
        return counted(new Counters(counters.xReports, number, counters.copies, counters.zSequence), zNumber);
    }

    public TillBook copied(long copy) {
        return counted(new Counters(counters.xReports, counters.corrections, copy, counters.zSequence), zNumber);
    }

    private TillBook counted(Counters now, long z) {
        return new TillBook(till, shifts, z, now, lastClose);
    }
}
