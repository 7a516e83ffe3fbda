package org.countinghouse.app.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.Ids;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.ledger.CashRules;
import org.countinghouse.ledger.Circumstances;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Decision;
import org.countinghouse.ledger.Decision.Decided;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.store.DataFolder;
import org.countinghouse.store.Journal;
import org.countinghouse.store.StationKey;
import org.countinghouse.wire.Stream;

/// Years of trade in one ledger: a shift and a Z report for each day, every fact decided by the true rules and written
/// through the true journal. Only that a day's sales share a transaction is not as in a shop.
final class YearsOfTrade {
    static final int ENTRIES_A_YEAR = 400_000;

    private static final int DAYS_A_YEAR = 365;
    private static final int ENTRIES_BESIDE_SALES = 5;
    private static final String ACTOR = "dara";

    private final Journal journal;
    private final TillId till;
    private final Command.Sell sale;
    private final Ids ids = new Ids();

    private YearsOfTrade(Journal journal, TillId till, Command.Sell sale) {
        this.journal = journal;
        this.till = till;
        this.sale = sale;
    }

    /// @param data the folder of a station that was set up and is closed
    /// @param sale what is sold, over and over
    /// @param until the years end here
    static void make(Path data, ShopFile shop, String station, Command.Sell sale, int years, Instant until) {
        try (var folder = DataFolder.take(data);
                var journal = Journal.open(
                        folder,
                        CurrencyBook.load(),
                        new Journal.Birth(
                                new Stream(shop.tenant(), station, 1),
                                StationKey.in(data),
                                new Ids().next(),
                                until,
                                LocalDate.ofInstant(until, ZoneOffset.UTC),
                                "bench"))) {
            var trade = new YearsOfTrade(journal, sale.till(), sale);
            int days = years * DAYS_A_YEAR;
            for (int day = 0; day < days; day++) {
                trade.day(
                        until.minus(days - day, ChronoUnit.DAYS), ENTRIES_A_YEAR / DAYS_A_YEAR - ENTRIES_BESIDE_SALES);
            }
        }
    }

    private void day(Instant at, int sales) {
        var date = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Money opening = sale.total().currency().of(100_00);
        var coins = Pieces.of(opening.currency(), Map.of(100L, 100L));
        write(new Command.OpenShift(till, List.of(Cash.of(coins)), Optional.empty()), at, date);
        sell(sales, at, date);
        Money taken = sale.total().times(sales);
        write(new Command.CountTill(till, List.of(Cash.of(opening.plus(taken)))), at, date);
        write(new Command.CloseShift(till, List.of(Cash.of(taken)), "bag", true), at, date);
    }

    private void sell(int sales, Instant at, LocalDate date) {
        Decided one = decided(sale, date);
        var facts = new ArrayList<Fact>(sales);
        for (int i = 0; i < sales; i++) {
            facts.addAll(decided(sale, date).facts());
        }
        append(new Decided(facts, one.shift(), one.businessDate()), at);
    }

    private void write(Command command, Instant at, LocalDate date) {
        append(decided(command, date), at);
    }

    private Decided decided(Command command, LocalDate date) {
        var rules = new CashRules(journal.books(), new Circumstances(date, ACTOR, Optional.empty(), journal));
        return switch (rules.decide(command)) {
            case Decided decided -> decided;
            case Decision.Refused refused -> throw new StationFault("the measurement was refused: " + refused);
        };
    }

    private void append(Decided decided, Instant at) {
        journal.append(new Draft(
                decided.facts(),
                decided.facts().stream().map(_ -> ids.next()).toList(),
                at,
                decided.businessDate(),
                decided.shift(),
                ACTOR,
                Optional.empty()));
    }
}
