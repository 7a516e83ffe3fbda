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
    OVER_SHORT,
    /// What cash rounding brought, signed.
    ROUNDING,
    /// Currencies exchanged at the shop's rate: what of this currency a sale counted that its tenders were not,
    /// signed.
    EXCHANGE,
    /// What of that the shop's rate earned, signed.
    SPREAD,
    /// Cash of a till handed to the next person, and what that person took over.
    HANDED_OVER,
    RECEIVED,
    /// What the counts of a hand-over found, signed.
    HANDOVER_OVER_SHORT,
    /// What a recount after the close found, signed.
    RECOUNTED,
    /// Cash sent in a bag, and received from one.
    TRANSFER_OUT,
    TRANSFER_IN,
    /// What corrections put into the till, signed.
    CORRECTED,
    /// Sales taken back by a correction, and refunds taken back.
    VOIDS,
    VOIDED_REFUNDS,
    /// What belongs to a closed business date and was written down later.
    LATE_SALES,
    LATE_REFUNDS,
    LATE_PAID_IN,
    LATE_PAID_OUT,
    /// Corrections of closed shifts.
    LATE_CORRECTIONS,
    /// What a cash machine's inventory differed from its books, signed.
    MACHINE_OVER_SHORT,
    /// Cash of the till that paid what a cash machine owed.
    OWED_PAID,
    /// What a cash machine moved and nobody answered for, signed: below zero it holds what is a customer's.
    MACHINE_OWED,
    /// Z reports printed again.
    COPIES,
    /// What was practised: how often, never how much.
    TRAINING
}
