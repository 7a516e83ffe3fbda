package org.countinghouse.ledger.shift;

/// The close a till rests on until its next shift opens: what may still be counted again.
///
/// @param recounts how often that was done
public record LastClose(ShiftId shift, long recounts) {
    public LastClose recounted() {
        return new LastClose(shift, recounts + 1);
    }
}
