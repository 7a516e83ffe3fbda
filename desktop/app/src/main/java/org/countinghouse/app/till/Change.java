package org.countinghouse.app.till;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.ChangeAdvice;
import org.countinghouse.ledger.till.ChangeAdvisor;

/// Which pieces to give back, and which sums a customer is likely to hand over.
final class Change {
    private static final int MOST_SUMS = 4;

    private Change() {}

    /// The fewest pieces for an amount out of what the till holds; when the books know of no way, the fewest pieces
    /// there are.
    static Pieces pieces(Money amount, Pieces stock) {
        if (!amount.isPositive()) {
            return Pieces.none(amount.currency());
        }
        return switch (ChangeAdvisor.advise(amount, stock)) {
            case ChangeAdvice.Paid(var pieces) -> pieces;
            case ChangeAdvice.NotExact _, ChangeAdvice.Undecided _ -> Pieces.largestFirst(amount);
        };
    }

    /// Sums above the amount that notes make: 12.30 is paid with 15.00, 20.00 or 50.00. Smallest first.
    static List<Money> nextSums(Money amount) {
        var sums = new LinkedHashSet<Money>();
        Currency currency = amount.currency();
        currency.denominations().reversed().stream()
                .filter(denomination -> denomination.kind() == Kind.NOTE)
                .map(note -> currency.of(roundUp(amount.minorUnits(), note.minorUnits())))
                .filter(sum -> sum.compareTo(amount) > 0)
                .sorted()
                .forEach(sums::add);
        return sums.stream().limit(MOST_SUMS).toList();
    }

    private static long roundUp(long amount, long step) {
        return Math.ceilDiv(amount, step) * step;
    }

    /// The one note a sum is, if it is one.
    static Pieces oneNote(Money sum) {
        return sum.currency()
                .denomination(sum.minorUnits())
                .map(_ -> Pieces.of(sum.currency(), Map.of(sum.minorUnits(), 1L)))
                .orElse(Pieces.none(sum.currency()));
    }
}
