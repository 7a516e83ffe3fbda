package org.countinghouse.device;

/// What a receipt printer says of itself.
public enum PrinterState {
    READY,
    /// Prints, but the roll should be changed soon.
    NEAR_END,
    OUT_OF_PAPER,
    COVER_OPEN,
    /// The knife is stuck, the head is too hot, or the printer needs to be switched off and on.
    ERROR,
    NO_ANSWER;

    /// Whether a slip sent now would come out.
    public boolean canPrint() {
        return this == READY || this == NEAR_END;
    }
}
