package org.countinghouse.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.countinghouse.app.Station;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.PluggedDesk;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {
    private static final Currency GBP = CurrencyBook.load().apply("GBP");
    private static final Path SHARED = Path.of("..", "..", "..", "shared", "data");

    @TempDir
    Path folder;

    private Path prices;

    @BeforeEach
    void writePrices() throws IOException {
        prices = write("prices.csv", """
            item,unit_price_pence,category
            Bread,240,Bakery
            Coffee,245,Drinks
            """);
    }

    @Test
    void eachDayBecomesAShiftAndTheSumsAreTheLogs() throws IOException {
        Path log = threeDays();
        var log1 = TillLog.read(log, prices, GBP, false);
        try (var station = station(log)) {
            replay(station, log, log1, Integer.MAX_VALUE);
            var books = station.desk();
            assertThat(books.<Long>ask(each -> each.till(station.till()).zNumber()))
                    .isEqualTo(3);
            assertThat(books.<Long>ask(each -> each.perpetual(station.till()).times(Line.SALES, GBP)))
                    .isEqualTo(4);
            assertThat(books.<Money>ask(
                            each -> each.grandTotal(station.till(), GBP).sales()))
                    .isEqualTo(GBP.of(240 + 245 + 240 + 245 + 245));
        }
        assertThat(log1.skipped()).containsEntry("item NONE", 1);
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void stoppedAfterAnyOrderAndRunAgainNothingIsDoubledOrLost() throws IOException {
        Path log = threeDays();
        var read = TillLog.read(log, prices, GBP, false);
        for (int orders = 1; orders < 14; orders++) {
            try (var station = station(log)) {
                try {
                    replay(station, log, read, orders);
                } catch (StationFault stopped) {
                    assertThat(stopped).hasMessageContaining("pulled the plug");
                }
            }
        }
        try (var station = station(log)) {
            replay(station, log, read, Integer.MAX_VALUE);
            assertThat(station.desk()
                            .<Long>ask(each -> each.perpetual(station.till()).times(Line.SALES, GBP)))
                    .isEqualTo(4);
            assertThat(station.desk()
                            .<Long>ask(each -> each.till(station.till()).zNumber()))
                    .isEqualTo(3);
        }
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void anotherLogIntoTheSameFolderIsRefused() throws IOException {
        Path log = threeDays();
        Source.of(log, prices, GBP, 1).claim(folder.resolve("data"));
        assertThatThrownBy(() -> Source.of(log, prices, GBP, 2).claim(folder.resolve("data")))
                .isInstanceOf(StationFault.class)
                .hasMessageContaining("another log");
    }

    @Test
    void aBadLineIsNamedWithFileLineAndReasonAndItsTicketIsLeftOutWhole() throws IOException {
        Path log = write("log.csv", """
            Date,Time,Transaction,Item
            2016-10-30,09:58:11,1,Bread
            2016-10-30,10:05:34,2,Bread
            2016-10-30,10:05:34,2,Dragon
            2016-13-30,10:07:57,3,Coffee
            2016-10-30,10:08:00,four,Coffee
            2016-10-30,10:09:00
            2016-10-30,10:10:00,5,Coffee
            """);
        var read = TillLog.read(log, prices, GBP, false);
        assertThat(read.faults())
                .extracting(Object::toString)
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("log.csv line 4").contains("Dragon"),
                        fault -> assertThat(fault).contains("line 5").contains("2016-13-30"),
                        fault -> assertThat(fault).contains("line 6").contains("four"),
                        fault -> assertThat(fault).contains("line 7").contains("fields"));
        assertThat(read.tickets()).isEqualTo(2);
        assertThatThrownBy(() -> TillLog.read(log, prices, GBP, true))
                .isInstanceOf(StationFault.class)
                .hasMessageContaining("line 4");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> TillLog.read(folder.resolve("gone.csv"), prices, GBP, false))
                .isInstanceOf(StationFault.class)
                .hasMessageContaining("gone.csv");
    }

    @Test
    void aFileWithOtherColumnsIsRefused() throws IOException {
        Path log = write("log.csv", "a,b\n1,2\n");
        assertThatThrownBy(() -> TillLog.read(log, prices, GBP, false)).hasMessageContaining("columns");
    }

    @Test
    void theRealTillLogReadsAsItsFactsSay() throws IOException {
        assumeTrue(Files.exists(SHARED), "the real till log is not here");
        var facts = new JsonMapper().readTree(Files.readString(SHARED.resolve("facts.json")));
        var read = TillLog.read(SHARED.resolve("bakery-tickets.csv"), SHARED.resolve("bakery-prices.csv"), GBP, true);
        assertThat(read.lines()).isEqualTo(facts.get("lines").intValue());
        assertThat(read.tickets()).isEqualTo(facts.get("tickets_with_a_sale").intValue());
        assertThat(read.ticketsSeen()).isEqualTo(facts.get("tickets").intValue());
        assertThat(read.skippedLines()).isEqualTo(facts.get("skipped_lines").intValue());
        assertThat(read.days()).hasSize(facts.get("trading_days").intValue());
        long gross = read.days().values().stream()
                .flatMap(day -> day.stream())
                .mapToLong(ticket -> ticket.total().minorUnits())
                .sum();
        assertThat(gross).isEqualTo(facts.get("gross_pence").longValue());
    }

    private Path threeDays() throws IOException {
        return write("log.csv", """
            Date,Time,Transaction,Item
            2016-10-30,09:58:11,1,Bread
            2016-10-30,10:05:34,2,Coffee
            2016-10-30,10:05:34,2,NONE
            2016-10-31,00:15:00,3,Bread
            2016-10-31,00:15:00,3,Coffee
            2016-11-01,18:00:00,4,Coffee
            """);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content.strip() + "\n");
    }

    private Station station(Path log) {
        var source = Source.of(log, prices, GBP, 1);
        source.claim(folder.resolve("data"));
        return Station.openAtSetTime(folder.resolve("data"), source::shop, Optional.empty(), CLOCK);
    }

    private static final ReplayClock CLOCK = new ReplayClock(Clock.systemUTC().instant());

    /// @param orders after so many orders the plug is pulled
    private void replay(Station station, Path log, TillLog read, int orders) {
        var given = new AtomicInteger();
        new Replay(
                        PluggedDesk.before(station.desk(), () -> {
                            if (given.incrementAndGet() > orders) {
                                throw new StationFault("somebody pulled the plug");
                            }
                        }),
                        station.reader()::contains,
                        CLOCK,
                        new SteadyIds(Source.of(log, prices, GBP, 1).digest()),
                        station.till(),
                        Source.EMPLOYEE,
                        GBP,
                        Source.of(log, prices, GBP, 1).zone(),
                        1)
                .run(read, _ -> {});
    }

    private Verification verify() {
        return new Verifier(folder.resolve("data"), CurrencyBook.load(), _ -> {}).verify();
    }
}
