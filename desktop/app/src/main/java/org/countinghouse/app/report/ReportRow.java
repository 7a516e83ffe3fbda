package org.countinghouse.app.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;

/// One line of a report on the screen.
///
/// @param name what it is called
/// @param times how often; 0 where that says nothing
/// @param sign whether the amount is an over/short, shown with sign and word
/// @param strong whether it is a sum of the lines above
record ReportRow(Notice name, long times, Optional<Money> amount, boolean sign, boolean strong) {
    static List<ReportRow> of(List<Tally> lines, Shop shop) {
        return lines.stream().map(tally -> of(tally, shop)).toList();
    }

    private static ReportRow of(Tally tally, Shop shop) {
        String key =
                "report.line." + tally.line().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var name = tally.tender().isEmpty()
                ? Notice.of(Tone.INFO, key)
                : new Notice(Tone.INFO, key, Map.of("tender", new Notice.Word("till.tender." + tally.tender())));
        boolean overShort = tally.line() == Line.OVER_SHORT || tally.line() == Line.OPENING_OVER_SHORT;
        return new ReportRow(
                name,
                overShort ? 0 : tally.times(),
                currency(tally, shop).map(currency -> currency.of(tally.minorUnits())),
                overShort,
                false);
    }

    static ReportRow sum(String key, Money amount) {
        return new ReportRow(Notice.of(Tone.INFO, key), 0, Optional.of(amount), false, true);
    }

    static ReportRow overShort(Money difference) {
        return new ReportRow(Notice.of(Tone.INFO, "report.overShort"), 0, Optional.of(difference), true, true);
    }

    private static Optional<Currency> currency(Tally tally, Shop shop) {
        return shop.currencies().stream()
                .filter(currency -> currency.code().equals(tally.currency()))
                .findFirst();
    }
}
