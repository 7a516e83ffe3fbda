package org.countinghouse.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
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
        var pad =
                new SlipPad(letterhead, Paper.Z, letterhead.texts().text("slip.z.title", Map.of("number", z.number())));
        masthead(pad, entry, z);
        var figures = Figures.of(z.figures());
        var lines = new FigureFields(pad, figures);
        lines.times();
        return pad.list(
                        "currencies",
                        FigureFields.currencies(letterhead, figures).stream()
                                .map(currency -> currency(pad, z, lines, droppedAtClose(z, figures, currency)))
                                .toList())
                .list("grandTotals", grandTotals(pad, z))
                .head(head)
                .done();
    }

    /// The same report once more, marked as a copy.
    ///
    /// @param number which copy it is, from 1
    public static Slip copy(int number, Entry entry, LedgerHead head, Letterhead letterhead) {
        return of(entry, head, letterhead).marked(letterhead.texts().text("slip.copy", Map.of("number", number)));
    }

    private static void masthead(SlipPad pad, Entry entry, ZReported z) {
        pad.put("till", z.at().name())
                .put(
                        "shifts",
                        z.shifts().stream().map(shift -> shift.toString()).collect(Collectors.joining(", ")))
                .put("businessDate", entry.businessDate().toString())
                .signedBy(entry)
                .put("first", Long.toString(z.firstSequence()))
                .put("last", Long.toString(z.lastSequence()));
    }

    private static Fields currency(SlipPad pad, ZReported z, FigureFields lines, Money droppedAtClose) {
        var currency = droppedAtClose.currency();
        var counts = z.counts().stream()
                .filter(count -> count.currency().equals(currency))
                .map(count -> count(pad, z, count, droppedAtClose))
                .toList();
        return lines.of(currency, droppedAtClose).list("counts", counts);
    }

    /// The figures count all drops; the expected cash was frozen before those of the close. The
    /// difference is what the close dropped. A period of several shifts has several openings and does
    /// not tell.
    private static Money droppedAtClose(ZReported z, Figures figures, Currency currency) {
        return z.counts().stream()
                .filter(count -> z.shifts().size() == 1 && count.currency().equals(currency))
                .map(count -> count.expected().minus(figures.expected(currency)))
                .findFirst()
                .orElse(currency.zero());
    }

    private static Fields count(SlipPad pad, ZReported z, Counted count, Money droppedAtClose) {
        Money counted = count.counted().amount();
        boolean dropped = !droppedAtClose.isZero();
        return new Fields()
                .put("shift", z.shifts().size() > 1 ? z.shifts().getLast().toString() : "")
                .put("expected", Amounts.grouped(count.expected()))
                .put("counted", Amounts.grouped(counted))
                .put("overShort", pad.overShort(count.overShort()))
                .put("closingDrop", dropped ? Amounts.grouped(droppedAtClose) : "")
                .put("left", dropped ? Amounts.grouped(counted.minus(droppedAtClose)) : "");
    }

    private static List<Fields> grandTotals(SlipPad pad, ZReported z) {
        return z.grandTotals().stream()
                .map(total -> new Fields()
                        .put("sales", pad.withCurrency(total.sales()))
                        .put("refunds", pad.withCurrency(total.refunds()))
                        .put("net", pad.withCurrency(total.net())))
                .toList();
    }
}
