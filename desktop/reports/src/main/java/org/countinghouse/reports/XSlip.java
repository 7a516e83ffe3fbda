package org.countinghouse.reports;

import java.time.Instant;
import java.util.Optional;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.shift.Shift;

/// The X report on paper: figures so far, which change nothing. The expected cash stands on it only
/// when a count of the till is sealed.
public final class XSlip {
    /// How much of the cash the reader may know.
    public enum CashFigures {
        SHOWN,
        /// For who counts blind: no amount from which the cash could be worked out, so no total of
        /// sales either.
        HIDDEN
    }

    private XSlip() {}

    /// @param shift the open shift
    /// @param figures its figures so far
    /// @param now when it is taken
    /// @param head where the ledger stands
    public static Slip of(
            Shift shift, Figures figures, Instant now, LedgerHead head, CashFigures cash, Letterhead letterhead) {
        boolean shown = cash == CashFigures.SHOWN;
        var pad = new SlipPad(letterhead, Paper.X, letterhead.texts().text("slip.x.title"));
        pad.put("till", shift.id().till().name())
                .put("shift", shift.id().toString())
                .put("businessDate", shift.businessDate().toString())
                .when("opened", shift.openedAt())
                .put("employee", letterhead.person(shift.openedBy()))
                .when("time", now)
                .put("shown", shown);
        var lines = new FigureFields(pad, figures);
        lines.times();
        return pad.list(
                        "currencies",
                        FigureFields.currencies(letterhead, figures).stream()
                                .map(currency -> shown
                                        ? shown(pad, lines, shift, figures, currency)
                                        : lines.withoutCash(currency))
                                .toList())
                .head(head)
                .done();
    }

    private static Fields shown(SlipPad pad, FigureFields lines, Shift shift, Figures figures, Currency currency) {
        var fields = lines.of(currency, currency.zero());
        var count = sealed(shift, figures, currency);
        fields.put("sealed", count.isPresent());
        count.ifPresent(counted -> fields.put("expected", Amounts.grouped(counted.expected()))
                .put("counted", Amounts.grouped(counted.counted().amount()))
                .put("overShort", pad.overShort(counted.overShort())));
        return fields;
    }

    private static Optional<Counted> sealed(Shift shift, Figures figures, Currency currency) {
        return shift.counted().stream()
                .filter(cash -> cash.currency().equals(currency))
                .findFirst()
                .map((Cash cash) -> new Counted(figures.expected(currency), cash));
    }
}
