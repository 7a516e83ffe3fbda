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
        return pad.text(key) + " (" + figures.times(line, currency) + ")";
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

    /// The till's cash, line by line as it adds up to the expected: what went out stands with a minus.
    ///
    /// @param droppedAtClose what of the safe drops happened after the count; it stands apart
    void cash(Currency currency, Money droppedAtClose) {
        Money opening = figures.amount(Line.OPENING_OVER_SHORT, currency);
        pad.amount(pad.text("report.line.opening-float"), figures.amount(Line.OPENING_FLOAT, currency));
        if (!opening.isZero()) {
            pad.overShort("  " + pad.text("report.line.opening-over-short"), opening);
        }
        told("workbook.summary.cashSales", figures.amount(Line.TENDERED, Tender.CASH, currency));
        told(
                "workbook.summary.cashRefunds",
                figures.amount(Line.REFUNDED, Tender.CASH, currency).negated());
        told("report.line.paid-in", figures.amount(Line.PAID_IN, currency));
        told("report.line.paid-out", figures.amount(Line.PAID_OUT, currency).negated());
        told("report.line.float-loan", figures.amount(Line.FLOAT_LOAN, currency));
        told("report.line.safe-drop", droppedAtClose.minus(figures.amount(Line.SAFE_DROP, currency)));
    }

    private void told(String key, Money amount) {
        if (!amount.isZero()) {
            pad.amount(pad.text(key), amount);
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
}
