package org.countinghouse.ledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `-Dlong` works ten times as many schedules, `-Dquick` a tenth; `-Dseed=N` works that one and tells it.
class SimulationTest {
    private static final int EVERY_BUILD = 100_000;

    /// A ledger that is wrong must be found out within so many schedules.
    private static final int SOON = 300;

    @Test
    void theLawsHoldWhateverHappens() {
        long start = System.nanoTime();
        long schedules = schedules();
        long entries = LongStream.rangeClosed(1, schedules)
                .parallel()
                .map(seed -> new Schedule(seed, new MemoryDisk()).run())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "simulation: %,d schedules, %,d entries, %d s%n",
                schedules,
                entries,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        assertThat(entries).isGreaterThan(schedules);
    }

    private static long schedules() {
        if (System.getProperty("long") != null) {
            return EVERY_BUILD * 10L;
        }
        return System.getProperty("quick") != null ? EVERY_BUILD / 10 : EVERY_BUILD;
    }

    @Test
    @EnabledIfSystemProperty(named = "seed", matches = "[0-9]+")
    void oneSeedTold() {
        var schedule = new Schedule(Long.getLong("seed"), new MemoryDisk());
        schedule.run();
        System.out.println(schedule.told());
    }

    static Stream<Named<Supplier<Disk>>> brokenLedgers() {
        return Stream.of(
                Named.of("one that writes twice what is given twice", BrokenDisks::writesTwice),
                Named.of("one that forgets the change", BrokenDisks::forgetsChange),
                Named.of("one that skips a Z number", BrokenDisks::skipsZ),
                Named.of("one that nets two currencies", BrokenDisks::netsCurrencies),
                Named.of("one that forgets a machine's payments", BrokenDisks::forgetsPayments),
                Named.of("one that loses what it acknowledged", BrokenDisks::losesTheLast));
    }

    @ParameterizedTest
    @MethodSource("brokenLedgers")
    void aWrongLedgerIsFoundOut(Supplier<Disk> broken) {
        long caught = LongStream.rangeClosed(1, SOON)
                .filter(seed -> breaks(new Schedule(seed, broken.get()), seed))
                .findFirst()
                .orElse(0);
        assertThat(caught).as("the first seed that finds it").isPositive();
    }

    private static boolean breaks(Schedule schedule, long seed) {
        try {
            schedule.run();
            return false;
        } catch (BrokenLaw broken) {
            assertThat(broken).hasMessageStartingWith("seed " + seed + ": ");
            return true;
        }
    }

    @Test
    void aSeedIsTheSameScheduleEveryTime() {
        for (long seed = 1; seed <= 50; seed++) {
            var once = new Schedule(seed, new MemoryDisk());
            var again = new Schedule(seed, new MemoryDisk());
            once.run();
            again.run();
            assertThat(again.told()).isEqualTo(once.told());
        }
    }
}
