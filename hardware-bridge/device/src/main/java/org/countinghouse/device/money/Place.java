package org.countinghouse.device.money;

/// Where in a cash machine a piece can be.
public enum Place {
    /// Can be paid out again.
    RECYCLER,
    /// Taken, and can only be collected.
    CASHBOX,
    /// Put aside on the way out: double notes, torn ones.
    REJECT,
    /// Pushed out and not taken yet.
    BEZEL
}
