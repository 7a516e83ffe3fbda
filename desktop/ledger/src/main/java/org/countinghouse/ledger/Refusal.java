package org.countinghouse.ledger;

import java.util.Locale;

/// Why the ledger refuses a command. The code is what a script sees; the words are in the texts under
/// `refused.<code>`, with the placeholders a [Decision.Refused] carries.
public enum Refusal {
    /// {till}
    UNKNOWN_TILL,
    /// {employee}
    UNKNOWN_EMPLOYEE,
    /// {till}
    NO_OPEN_SHIFT,
    /// {till} {shift}
    SHIFT_ALREADY_OPEN,
    /// {till} {currency}
    NOT_COUNTED,
    /// {till}
    COUNT_NOT_SEALED,
    /// {amount}
    NOT_POSITIVE,
    /// {total} {lines}
    LINES_DO_NOT_MEET_TOTAL,
    /// {total} {tendered}
    NOT_ENOUGH_TENDERED,
    /// {change} {cash}
    CHANGE_ONLY_FROM_CASH,
    /// {change} {pieces}
    CHANGE_DOES_NOT_MEET_PIECES,
    /// {currency}
    MIXED_CURRENCIES,
    REASON_MISSING,
    /// {sale}
    SALE_NOT_FOUND,
    /// {amount} {left}
    REFUND_EXCEEDS_SALE,
    /// {amount} {counted}
    DROP_EXCEEDS_COUNT,
    /// {till}
    NOTHING_TO_REPORT,
    /// The shop is not set up yet.
    NO_SHOP;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
