package org.countinghouse.ledger.approval;

import java.util.Locale;

/// What a second person may have to approve, and what may demand a reason of a list.
public enum Matter {
    /// The largest absolute over or short of any tender at a close, a hand-over or a recount.
    OVER_SHORT,
    PAID_IN,
    PAID_OUT,
    REFUND,
    /// Counted in times per shift, not in an amount.
    NO_SALE,
    SAFE_DROP,
    CORRECTION;

    /// `over-short`, `paid-out`, ...
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
