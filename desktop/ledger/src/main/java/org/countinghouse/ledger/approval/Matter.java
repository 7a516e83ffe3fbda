package org.countinghouse.ledger.approval;

import java.util.Locale;
import org.countinghouse.ledger.people.Verb;

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

    /// What somebody must be allowed in order to approve it.
    public Verb approval() {
        return switch (this) {
            case OVER_SHORT -> Verb.APPROVE_OVER_SHORT;
            case PAID_IN -> Verb.APPROVE_PAID_IN;
            case PAID_OUT -> Verb.APPROVE_PAID_OUT;
            case REFUND -> Verb.APPROVE_REFUND;
            case NO_SALE -> Verb.APPROVE_NO_SALE;
            case SAFE_DROP -> Verb.APPROVE_SAFE_DROP;
            case CORRECTION -> Verb.APPROVE_CORRECTION;
        };
    }

    /// `over-short`, `paid-out`, ...
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
