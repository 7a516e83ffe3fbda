package org.countinghouse.app.till;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// Which sums a customer is likely to hand over.
final class NextSums {
    private static final int MOST_SUMS = 4;
    private static final int MOST_NOTES = 20;

    private NextSums() {}

    /// Sums above the amount that notes make: 12.30 is paid with 15.00, 20.00 or 50.00. Smallest first. Nobody counts
    /// out many notes that are small for the amount.
    static List<Money> above(Money amount) {
        var sums = new LinkedHashSet<Money>();
        Currency currency = amount.currency();
        var notes = currency.denominations().stream()
                .filter(denomination -> denomination.kind() == Kind.NOTE && !denomination.rare())
                .toList();
        notes.stream()
                .filter(note -> note.equals(notes.getFirst()) || note.minorUnits() >= amount.minorUnits() / MOST_NOTES)
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
