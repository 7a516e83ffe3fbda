package org.countinghouse.ledger.till;

/// What the books keep of a till besides its cash.
///
/// @param shifts how many shifts were ever opened on it
/// @param zNumber the number of its last Z report; 0 before the first
public record TillBook(TillId till, long shifts, long zNumber) {
    public TillBook shiftOpened() {
        return new TillBook(till, shifts + 1, zNumber);
    }

    public TillBook zTaken(long number) {
        return new TillBook(till, shifts, number);
    }
}
