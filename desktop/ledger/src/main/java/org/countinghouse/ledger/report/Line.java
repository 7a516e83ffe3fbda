package org.countinghouse.ledger.report;

/// The lines an X or Z report adds up. Amounts are kept as a person says them: a refund of 5.00 counts 5.00.
public enum Line {
    /// Counted cash at the opening of a shift.
    OPENING_FLOAT,
    /// Opening count against what the last close left, signed.
    OPENING_OVER_SHORT,
    /// Sales by what they came to.
    SALES,
    /// Sales by how they were paid, net of change.
    TENDERED,
    REFUNDS,
    /// Refunds by how they were paid back.
    REFUNDED,
    PAID_IN,
    PAID_OUT,
    SAFE_DROP,
    FLOAT_LOAN,
    NO_SALE,
    /// Closing count against the expected cash, signed.
    OVER_SHORT
}
