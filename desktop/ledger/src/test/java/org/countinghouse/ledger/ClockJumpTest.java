package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.entry.ClockJumped;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.simulation.MemoryDisk;
import org.countinghouse.ledger.simulation.SimulatedTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockJumpTest {
    private final SimulatedTime time = new SimulatedTime(Instant.parse("2026-11-21T20:00:00Z"));
    private final MemoryDisk disk = new MemoryDisk();
    private Bookkeeper bookkeeper;

    @BeforeEach
    void openTheShop() {
        start();
        give(Entry.STATION, new Command.SetUpShop(new ShopSetUp("Test", List.of("GBP"), List.of(Day.TILL), "UTC")));
        give(Entry.STATION, new Command.AddPerson(new PersonAdded("dara", "Dara", Role.CASHIER)));
        give(new Command.OpenShift(Day.TILL, List.of(Cash.of(Day.GBP.of(100_00))), Optional.empty()));
    }

    @Test
    void aClockThatRunsIsNoEntry() {
        for (int i = 0; i < 50; i++) {
            time.pass(Duration.ofHours(7));
            noSale();
        }
        assertThat(jumps()).isEmpty();
    }

    @Test
    void aClockPutBackIsAnEntryBeforeTheNext() {
        time.pass(Duration.ofMinutes(5));
        time.set(Duration.ofDays(-1));
        noSale();
        assertThat(jumps())
                .containsExactly(
                        new ClockJumped(Instant.parse("2026-11-21T20:05:00Z"), Instant.parse("2026-11-20T20:05:00Z")));
        assertThat(disk.entries().getLast().fact().kind()).isEqualTo("no-sale");
        assertThat(disk.entries().get(disk.entries().size() - 2).actor()).isEqualTo(Entry.STATION);
    }

    @Test
    void aClockPutForwardIsAnEntryAndIsToldOnce() {
        time.set(Duration.ofHours(3));
        noSale();
        noSale();
        assertThat(jumps()).hasSize(1);
    }

    @Test
    void anOpenShiftKeepsItsBusinessDateWhateverTheClockSays() {
        time.set(Duration.ofDays(40));
        noSale();
        assertThat(disk.entries().getLast().businessDate()).isEqualTo(LocalDate.parse("2026-11-21"));
    }

    @Test
    void aTimeServersCorrectionIsNoJump() {
        time.pass(Duration.ofHours(1));
        time.set(Duration.ofSeconds(-4));
        noSale();
        time.set(Duration.ofSeconds(30));
        noSale();
        assertThat(jumps()).isEmpty();
    }

    @Test
    void aClockMovedLittleByLittleShowsWithinTheDay() {
        for (int i = 0; i < 20; i++) {
            time.pass(Duration.ofMinutes(10));
            time.set(Duration.ofSeconds(-4));
            noSale();
        }
        assertThat(jumps()).hasSize(1);
    }

    @Test
    void aQuartzThatIsSecondsOffADayIsNoJumpHoweverLongTheStationRuns() {
        for (int i = 0; i < 24 * 30; i++) {
            time.pass(Duration.ofHours(1));
            time.set(Duration.ofMillis(400));
            noSale();
        }
        assertThat(jumps()).isEmpty();
    }

    @Test
    void aClockThatStandsBeforeTheLastEntryAtTheStartIsAnEntry() {
        Instant last = disk.entries().getLast().recordedAt();
        time.set(Duration.ofHours(-2));
        start();
        noSale();
        assertThat(jumps()).containsExactly(new ClockJumped(last, last.minus(Duration.ofHours(2))));
        start();
        noSale();
        assertThat(jumps()).hasSize(1);
    }

    @Test
    void aStationThatWasOffForAWeekSaysNothing() {
        time.set(Duration.ofDays(7));
        start();
        noSale();
        assertThat(jumps()).isEmpty();
    }

    @Test
    void aRefusedOrderLeavesTheJumpAndNothingElse() {
        int before = disk.entries().size();
        time.set(Duration.ofDays(1));
        give(new Command.OpenDrawer(Day.TILL, ""));
        assertThat(disk.entries()).hasSize(before + 1);
        assertThat(jumps()).hasSize(1);
    }

    private void start() {
        bookkeeper = new Bookkeeper(
                disk.start(),
                new BusinessDay(ZoneOffset.UTC, LocalTime.of(4, 0)),
                time,
                time::nanos,
                UUID::randomUUID,
                _ -> {});
    }

    private void noSale() {
        give(new Command.OpenDrawer(Day.TILL, "look"));
    }

    private void give(Command command) {
        give("dara", command);
    }

    private void give(String actor, Command command) {
        bookkeeper.carryOut(new Order(UUID.randomUUID(), actor, Optional.empty(), command));
    }

    private List<ClockJumped> jumps() {
        return disk.entries().stream()
                .map(Entry::fact)
                .filter(ClockJumped.class::isInstance)
                .map(ClockJumped.class::cast)
                .toList();
    }
}
