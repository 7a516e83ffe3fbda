package org.countinghouse.ledger.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;

/// The lines of a report, added up: one sum for each line, tender and currency. Not safe for several threads.
public final class Figures {
    private record Key(Line line, String tender, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byLine = line.compareTo(other.line);
            int byTender = byLine != 0 ? byLine : tender.compareTo(other.tender);
            return byTender != 0 ? byTender : currency.compareTo(other.currency);
        }
    }

    private final Map<Key, Tally> sums = new TreeMap<>();

    public static Figures of(List<Tally> tallies) {
        var figures = new Figures();
        tallies.forEach(figures::add);
        return figures;
    }

    /// Adds to a line and returns what the line comes to.
    public Tally add(Tally tally) {
        return sums.merge(
                new Key(tally.line(), tally.tender(), tally.currency()),
                tally,
                (sum, more) -> new Tally(
                        sum.line(),
                        sum.tender(),
                        sum.currency(),
                        Math.addExact(sum.times(), more.times()),
                        Math.addExact(sum.minorUnits(), more.minorUnits())));
    }

    public Figures plus(Figures other) {
        var figures = of(tallies());
        other.sums.values().forEach(figures::add);
        return figures;
    }

    /// Every line, in the order a report prints them.
    public List<Tally> tallies() {
        return new ArrayList<>(sums.values());
    }

    public Money amount(Line line, Currency currency) {
        return currency.of(sum(line, "", currency.code()).minorUnits());
    }

    public Money amount(Line line, Tender tender, Currency currency) {
        return currency.of(sum(line, tender.word(), currency.code()).minorUnits());
    }

    public long times(Line line, Currency currency) {
        return sum(line, "", currency.code()).times();
    }

    /// How often a line without an amount occurred, such as a no sale.
    public long times(Line line) {
        return sum(line, "", "").times();
    }

    /// Counted opening + cash sales net of change - cash refunds + paid-in - paid-out - drops + float loans, and
    /// what was handed over, transferred and corrected.
    public Money expected(Currency currency) {
        return amount(Line.OPENING_FLOAT, currency)
                .plus(amount(Line.TENDERED, Tender.CASH, currency))
                .minus(amount(Line.REFUNDED, Tender.CASH, currency))
                .plus(amount(Line.PAID_IN, currency))
                .minus(amount(Line.PAID_OUT, currency))
                .minus(amount(Line.SAFE_DROP, currency))
                .minus(amount(Line.OWED_PAID, currency))
                .plus(amount(Line.FLOAT_LOAN, currency))
                .minus(amount(Line.HANDED_OVER, currency))
                .plus(amount(Line.RECEIVED, currency))
                .plus(amount(Line.HANDOVER_OVER_SHORT, currency))
                .minus(amount(Line.TRANSFER_OUT, currency))
                .plus(amount(Line.TRANSFER_IN, currency))
                .plus(amount(Line.CORRECTED, currency));
    }

    private Tally sum(Line line, String tender, String currency) {
        return sums.getOrDefault(new Key(line, tender, currency), new Tally(line, tender, currency, 0, 0));
    }
}
