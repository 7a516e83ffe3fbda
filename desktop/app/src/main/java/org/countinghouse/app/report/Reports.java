package org.countinghouse.app.report;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Blind;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.resources.Language;

/// The X report, which changes nothing, and the last Z report as it was frozen.
public final class Reports {
    private final Desk desk;
    private final Shop shop;
    private final Papers papers;

    public Reports(Desk desk, Shop shop, Papers papers) {
        this.desk = desk;
        this.shop = shop;
        this.papers = papers;
    }

    /// Figures so far.
    ///
    /// @param shift the open shift
    /// @param expected what should be in the till, where it may be told
    record X(Optional<Shift> shift, List<Tally> lines, List<Money> expected) {}

    /// @param blind whether who asks still has to count without knowing what is expected; then it is not even asked
    X x(boolean blind) {
        return desk.ask(books -> {
            var open = books.openShift(shop.till());
            boolean hidden = Blind.hides(blind, books.unreported(shop.till()));
            var figures = new Figures();
            for (Shift shift : books.unreported(shop.till())) {
                figures = figures.plus(books.figures(shift.id()));
            }
            List<Money> expected = hidden
                    ? List.of()
                    : open.map(shift -> shop.currencies().stream()
                                    .map(currency -> books.expected(shift.id(), currency))
                                    .toList())
                            .orElse(List.of());
            var lines = figures.tallies();
            return new X(open, hidden ? Blind.lines(lines) : lines, expected);
        });
    }

    /// The last Z report of this till.
    Optional<Entry> lastZ() {
        long sequence = desk.ask(books -> books.till(shop.till()).counters().zSequence());
        return sequence == 0
                ? Optional.empty()
                : desk.entries(sequence - 1, 1).stream().findFirst();
    }

    Notice printX(boolean blind, Language language) {
        return papers.x(shop.till(), !blind, language).notice();
    }

    /// Prints a Z report again, as it was; the copy is counted before it comes out. While one is on its way, no other
    /// is counted or printed.
    ///
    /// @param copying the order that counts it
    Notice print(Order copying, Entry z, Language language) {
        return papers.copyOnItsWay(z)
                .map(Papers.Printed::notice)
                .or(() -> Notice.about(desk.perform(copying)))
                .orElseGet(() -> papers.copy(z, language).notice());
    }
}
