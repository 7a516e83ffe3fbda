package org.countinghouse.reports;

import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
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
        told("report.line.exchange", figures.amount(Line.EXCHANGE, currency));
        told("report.line.rounding", figures.amount(Line.ROUNDING, currency));
        told("report.line.voids", figures.amount(Line.VOIDS, currency).negated());
        told("report.line.late", late(currency));
        told("report.line.recounted", figures.amount(Line.RECOUNTED, currency));
        told("report.line.machine-over-short", figures.amount(Line.MACHINE_OVER_SHORT, currency));
        told("report.line.machine-owed", figures.amount(Line.MACHINE_OWED, currency));
    }

    /// What belongs to closed business dates and came later; it moved no cash of this period.
    private Money late(Currency currency) {
        return figures.amount(Line.LATE_SALES, currency)
                .minus(figures.amount(Line.LATE_REFUNDS, currency))
                .plus(figures.amount(Line.LATE_PAID_IN, currency))
                .minus(figures.amount(Line.LATE_PAID_OUT, currency))
                .plus(figures.amount(Line.LATE_CORRECTIONS, currency));
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
        told("report.line.handover-over-short", figures.amount(Line.HANDOVER_OVER_SHORT, currency));
        told(
                "report.line.handed-over",
                figures.amount(Line.HANDED_OVER, currency).negated());
        told("report.line.received", figures.amount(Line.RECEIVED, currency));
        told(
                "report.line.transfer-out",
                figures.amount(Line.TRANSFER_OUT, currency).negated());
        told("report.line.transfer-in", figures.amount(Line.TRANSFER_IN, currency));
        told("report.line.owed-paid", figures.amount(Line.OWED_PAID, currency).negated());
        told("report.line.corrected", figures.amount(Line.CORRECTED, currency));
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
        pad.columns(pad.text("report.line.voids"), Long.toString(timesInAll(Line.VOIDS)));
        pad.columns(pad.text("report.line.copies"), Long.toString(figures.times(Line.COPIES)));
        if (figures.times(Line.TRAINING) > 0) {
            pad.columns(pad.text("report.line.training"), Long.toString(figures.times(Line.TRAINING)));
        }
    }

    /// How often a line occurred, in whatever currency.
    private long timesInAll(Line line) {
        return figures.tallies().stream()
                .filter(tally -> tally.line() == line)
                .mapToLong(Tally::times)
                .sum();
    }
}
