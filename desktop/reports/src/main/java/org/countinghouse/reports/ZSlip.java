package org.countinghouse.reports;

import java.util.Map;
import java.util.stream.Collectors;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.GrandTotal;
import org.countinghouse.ledger.report.ZReported;

/// The Z report on paper. It shows what the ledger froze and computes nothing anew.
public final class ZSlip {
    private ZSlip() {}

    /// @param entry the Z report
    /// @param head the ledger with this entry at its head
    /// @throws IllegalArgumentException when the entry is no Z report
    public static Slip of(Entry entry, LedgerHead head, Letterhead letterhead) {
        if (!(entry.fact() instanceof ZReported z)) {
            throw new IllegalArgumentException("entry " + entry.sequence() + " is no Z report");
        }
        var pad = new SlipPad(letterhead, letterhead.texts().text("slip.z.title", Map.of("number", z.number())));
        masthead(pad, entry, z);
        var figures = Figures.of(z.figures());
        var lines = new FigureLines(pad, figures);
        for (Currency currency : FigureLines.currencies(letterhead, figures)) {
            pad.rule().heading(currency.code());
            lines.trade(currency);
            pad.heading(pad.text("slip.cash"));
            lines.cash(currency, droppedAtClose(z, figures, currency));
            z.counts().stream()
                    .filter(count -> count.currency().equals(currency))
                    .forEach(count -> count(pad, count, droppedAtClose(z, figures, currency)));
        }
        pad.rule();
        lines.noSales();
        grandTotals(pad, z);
        pad.head(head);
        return pad.done();
    }

    /// The same report once more, marked as a copy.
    ///
    /// @param number which copy it is, from 1
    public static Slip copy(int number, Entry entry, LedgerHead head, Letterhead letterhead) {
        return of(entry, head, letterhead).marked(letterhead.texts().text("slip.copy", Map.of("number", number)));
    }

    private static void masthead(SlipPad pad, Entry entry, ZReported z) {
        pad.told("slip.till", z.at().name());
        pad.told(
                "slip.shift",
                z.shifts().stream().map(shift -> shift.toString()).collect(Collectors.joining(", ")));
        pad.told("slip.businessDate", entry.businessDate().toString());
        pad.signedBy(entry);
        pad.words(pad.text("slip.entries", Map.of("first", z.firstSequence(), "last", z.lastSequence())));
    }

    /// The figures count all drops; the expected cash was frozen before those of the close. The difference is what the
    /// close dropped. A period of several shifts has several openings and does not tell.
    private static Money droppedAtClose(ZReported z, Figures figures, Currency currency) {
        return z.counts().stream()
                .filter(count -> z.shifts().size() == 1 && count.currency().equals(currency))
                .map(count -> count.expected().minus(figures.expected(currency)))
                .findFirst()
                .orElse(currency.zero());
    }

    private static void count(SlipPad pad, Counted count, Money droppedAtClose) {
        pad.total(pad.text("slip.expected"), count.expected());
        pad.total(pad.text("slip.counted"), count.counted().amount());
        pad.overShort(pad.text("slip.overShort"), count.overShort());
        if (!droppedAtClose.isZero()) {
            pad.amount(pad.text("slip.closingDrop"), droppedAtClose);
            pad.amount(pad.text("slip.left"), count.counted().amount().minus(droppedAtClose));
        }
    }

    private static void grandTotals(SlipPad pad, ZReported z) {
        pad.rule().heading(pad.text("slip.grandTotals"));
        for (GrandTotal total : z.grandTotals()) {
            pad.sum(pad.text("slip.sales"), total.sales());
            pad.sum(pad.text("slip.refunds"), total.refunds());
            pad.sum(pad.text("slip.net"), total.net());
        }
    }
}
