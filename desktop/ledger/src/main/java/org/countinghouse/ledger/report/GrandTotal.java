package org.countinghouse.ledger.report;

import java.util.Set;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// What a till has ever taken and ever given back in one currency, kept apart and never reset. Neither ever goes
/// down: a sale taken back counts with the refunds, a refund taken back with the sales.
public record GrandTotal(Money sales, Money refunds) {
    private static final Set<Line> TAKEN = Set.of(Line.SALES, Line.LATE_SALES, Line.VOIDED_REFUNDS);
    private static final Set<Line> GIVEN_BACK = Set.of(Line.REFUNDS, Line.LATE_REFUNDS, Line.VOIDS);

    /// @param perpetual the lines of a till since it was first used
    public static GrandTotal of(Figures perpetual, Currency currency) {
        return new GrandTotal(sum(TAKEN, perpetual, currency), sum(GIVEN_BACK, perpetual, currency));
    }

    private static Money sum(Set<Line> lines, Figures figures, Currency currency) {
        return lines.stream().map(line -> figures.amount(line, currency)).reduce(currency.zero(), Money::plus);
    }

    /// Whether a line counts into the grand totals.
    public static boolean counts(Line line) {
        return TAKEN.contains(line) || GIVEN_BACK.contains(line);
    }

    public Money net() {
        return sales.minus(refunds);
    }
}
