package org.countinghouse.ledger;

import java.util.Locale;

/// Why the ledger refuses a command. The code is what a script sees; the words are in the texts under
/// `refused.<code>`, with the placeholders a [Decision.Refused] carries.
public enum Refusal {
    /// {till}
    UNKNOWN_TILL,
    /// {employee}
    UNKNOWN_EMPLOYEE,
    /// {employee}
    NOT_ALLOWED,
    /// {employee}
    LAST_OWNER,
    /// {employee}
    OWNER_MAY_ALL,
    /// A payment card's number stands in a text. The number is never repeated.
    CARD_NUMBER,
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
    /// The ledger is not as the station left it, and stays as it is until a manager accepts that.
    /// {sequence} {found} {expected}
    LEDGER_NOT_TRUSTED,
    /// The ledger is trusted.
    NOTHING_TO_ACCEPT,
    /// The shop is not set up yet.
    NO_SHOP,
    /// {matter}
    NEEDS_APPROVAL,
    /// {approver}
    APPROVER_ACTED,
    /// {approver}
    APPROVER_MAY_NOT,
    /// {reason}
    REASON_UNKNOWN,
    /// {reason}
    NOTE_MISSING,
    /// {counts}
    COUNTED_TOO_OFTEN,
    /// {currency} {other}
    NO_RATE,
    /// {currency}
    TENDER_NOT_NEEDED,
    /// {shift}
    SHIFT_SUSPENDED,
    /// {shift}
    SHIFT_NOT_SUSPENDED,
    /// {shift}
    SHIFT_HANDED_OVER,
    /// {till}
    NOTHING_HANDED_OVER,
    /// {employee}
    NOT_HANDED_TO,
    COUNTS_DIFFER,
    /// {shift}
    SHIFT_NOT_PARKED,
    /// {till}
    NOTHING_TO_RECOUNT,
    /// {bag}
    BAG_UNDER_WAY,
    /// {bag}
    BAG_UNKNOWN,
    /// {bag}
    BAG_NOT_MET,
    /// {place}
    NOT_A_PLACE,
    SLIP_MISSING,
    /// {id}
    ENTRY_NOT_FOUND,
    /// {sequence}
    ALREADY_CORRECTED,
    /// {sequence}
    CORRECTION_OF_CORRECTION,
    /// {sequence}
    REFUND_OF_REFUND,
    /// {sale}
    ALREADY_REFUNDED,
    /// {kind}
    NOT_CORRECTABLE,
    /// {date}
    NOT_LATE,
    /// {till} {number}
    Z_NOT_FOUND,
    /// {from} {to}
    NOT_A_PERIOD,
    /// {sequence} {last}
    NOT_IN_LEDGER,
    AMOUNT_TOO_LARGE,
    /// {currency}
    NAMED_TWICE,
    /// {item}
    ITEM_NOT_A_WORD,
    /// {item}
    NAME_MISSING,
    /// {item}
    PRICE_MISSING,
    /// {currency}
    CURRENCY_NOT_HERE,
    /// {intent}
    INTENT_UNKNOWN,
    /// {intent}
    INTENT_SETTLED,
    /// {intent} {stage}
    MACHINE_NOT_SETTLED,
    /// {intent} {stage} {after}
    STEP_OUT_OF_ORDER,
    /// {amount} {owed}
    NOT_OWED,
    /// {amount} {deposit}
    DEPOSIT_TOO_SMALL,
    /// {till} {owed} {open}
    MACHINE_NOT_ANSWERED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
