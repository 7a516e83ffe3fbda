package org.countinghouse.ledger.report;

import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;

/// A line of a report with what was added to it.
///
/// @param tender how it was paid; empty where that says nothing
/// @param currency ISO code; empty for what has no amount
/// @param times how often
/// @param minorUnits the amount in minor units of the currency
public record Tally(Line line, String tender, String currency, long times, long minorUnits) {
    public static Tally of(Line line, Money amount) {
        return new Tally(line, "", amount.currency().code(), 1, amount.minorUnits());
    }

    public static Tally of(Line line, Tender tender, Money amount) {
        return new Tally(line, tender.word(), amount.currency().code(), 1, amount.minorUnits());
    }

    public static Tally once(Line line) {
        return new Tally(line, "", "", 1, 0);
    }
}
