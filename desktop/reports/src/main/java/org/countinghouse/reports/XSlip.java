package org.countinghouse.reports;

import java.time.Instant;
import java.util.Optional;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.shift.Shift;

/// The X report on paper: figures so far, which change nothing. The expected cash stands on it only when a count of
/// the till is sealed.
public final class XSlip {
    /// How much of the cash the reader may know.
    public enum CashFigures {
        SHOWN,
        /// For who counts blind: no amount from which the cash could be worked out, so no total of sales either.
        HIDDEN
    }

    private XSlip() {}

    /// @param shift the open shift
    /// @param figures its figures so far
    /// @param now when it is taken
    /// @param head where the ledger stands
    public static Slip of(
            Shift shift, Figures figures, Instant now, LedgerHead head, CashFigures cash, Letterhead letterhead) {
        var pad = new SlipPad(letterhead, letterhead.texts().text("slip.x.title"));
        pad.told("slip.till", shift.id().till().name())
                .told("slip.shift", shift.id().toString())
                .told("slip.businessDate", shift.businessDate().toString())
                .when("slip.opened", shift.openedAt())
                .told("slip.employee", letterhead.person(shift.openedBy()))
                .when("slip.time", now);
        pad.words(pad.text("slip.x.soFar"));
        var lines = new FigureLines(pad, figures);
        for (Currency currency : FigureLines.currencies(letterhead, figures)) {
            pad.rule().heading(currency.code());
            switch (cash) {
                case SHOWN -> shown(pad, lines, shift, figures, currency);
                case HIDDEN -> lines.withoutCash(currency);
            }
        }
        pad.rule();
        lines.noSales();
        if (cash == CashFigures.HIDDEN) {
            pad.words(pad.text("slip.hidden"));
        }
        return pad.head(head).done();
    }

    private static void shown(
            SlipPad pad, FigureLines lines, Shift shift, Figures figures, Currency currency) {
        lines.trade(currency);
        pad.heading(pad.text("slip.cash"));
        lines.cash(currency, currency.zero());
        sealed(shift, figures, currency).ifPresent(count -> {
            pad.total(pad.text("slip.expected"), count.expected());
            pad.total(pad.text("slip.counted"), count.counted().amount());
            pad.overShort(pad.text("slip.overShort"), count.overShort());
        });
    }

    private static Optional<Counted> sealed(Shift shift, Figures figures, Currency currency) {
        return shift.counted().stream()
                .filter(cash -> cash.currency().equals(currency))
                .findFirst()
                .map((Cash cash) -> new Counted(figures.expected(currency), cash));
    }
}
