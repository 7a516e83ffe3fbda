package org.countinghouse.reports;

import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.till.Tender;

/// The figures of an X or Z slip, one currency after the other.
final class FigureLines {
    private static final List<Line> MOVES =
            List.of(Line.PAID_IN, Line.PAID_OUT, Line.FLOAT_LOAN, Line.SAFE_DROP);

    private final SlipPad pad;
    private final Figures figures;

    FigureLines(SlipPad pad, Figures figures) {
        this.pad = pad;
        this.figures = figures;
    }

    /// The currencies the figures speak of, in the shop's order.
    static List<Currency> currencies(Letterhead letterhead, Figures figures) {
        var codes = figures.tallies().stream()
                .map(tally -> tally.currency())
                .filter(code -> !code.isEmpty())
                .distinct()
                .map(letterhead::currency)
                .toList();
        return letterhead.currencies().stream().filter(codes::contains).toList();
    }

    /// Sales and refunds, apart, and how they were paid.
    void trade(Currency currency) {
        Money sales = figures.amount(Line.SALES, currency);
        Money refunds = figures.amount(Line.REFUNDS, currency);
        pad.total(times("slip.sales", Line.SALES, currency), sales);
        tenders(Line.TENDERED, currency);
        pad.total(times("slip.refunds", Line.REFUNDS, currency), refunds);
        tenders(Line.REFUNDED, currency);
        pad.total(pad.text("slip.net"), sales.minus(refunds));
    }

    private String times(String key, Line line, Currency currency) {
        return pad.text(key) + "  "
                + pad.text("slip.times", Map.of("count", figures.times(line, currency)));
    }

    private void tenders(Line line, Currency currency) {
        for (Tender tender : Tender.values()) {
            if (isTold(line, tender, currency)) {
                pad.amount("  " + name(tender), figures.amount(line, tender, currency));
            }
        }
    }

    private String name(Tender tender) {
        return pad.text("till.tender." + tender.word());
    }

    private boolean isTold(Line line, Tender tender, Currency currency) {
        return figures.tallies().stream()
                .anyMatch(tally -> tally.line() == line
                        && tally.tender().equals(tender.word())
                        && tally.currency().equals(currency.code()));
    }

    /// What came into the till and went out of it besides trade, and the opening.
    ///
    /// @param droppedAtClose what of the safe drops happened after the count; it stands apart
    void cash(Currency currency, Money droppedAtClose) {
        Money opening = figures.amount(Line.OPENING_OVER_SHORT, currency);
        pad.amount(pad.text("report.line.opening-float"), figures.amount(Line.OPENING_FLOAT, currency));
        if (!opening.isZero()) {
            pad.overShort(pad.text("report.line.opening-over-short"), opening);
        }
        for (Line line : MOVES) {
            Money amount = figures.amount(line, currency);
            Money shown = line == Line.SAFE_DROP ? amount.minus(droppedAtClose) : amount;
            if (!shown.isZero()) {
                pad.amount(pad.text(key(line)), shown);
            }
        }
    }

    /// Tenders that are not cash, and nothing that cash could be worked out from.
    void withoutCash(Currency currency) {
        for (Tender tender : Tender.values()) {
            if (tender != Tender.CASH && isTold(Line.TENDERED, tender, currency)) {
                pad.amount(name(tender), figures.amount(Line.TENDERED, tender, currency));
            }
            if (tender != Tender.CASH && isTold(Line.REFUNDED, tender, currency)) {
                pad.amount(
                        pad.text("report.line.refunded", Map.of("tender", name(tender))),
                        figures.amount(Line.REFUNDED, tender, currency));
            }
        }
    }

    void noSales() {
        pad.columns(pad.text("slip.noSales"), Long.toString(figures.times(Line.NO_SALE)));
    }

    static String key(Line line) {
        return "report.line." + line.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
