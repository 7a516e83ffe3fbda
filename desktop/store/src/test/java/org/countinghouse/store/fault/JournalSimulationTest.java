package org.countinghouse.store.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.countinghouse.ledger.simulation.BrokenLaw;
import org.countinghouse.ledger.simulation.Schedule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger's schedules (`SimulationTest`) on the true journal: what memory promises there, SQLite must keep here,
/// over every start.
class JournalSimulationTest {
    private static final int SCHEDULES = Size.of(500, 10_000);

    /// A journal that is wrong must be found out within so many schedules.
    private static final int SOON = 100;

    @TempDir(factory = InMemory.class)
    private static Path home;

    private static Path born;

    @BeforeAll
    static void aLedgerIsBegun() {
        born = home.resolve("born");
        JournalDisk.bear(born);
    }

    @Test
    void theLawsHoldOnTheDiskToo() {
        long start = System.nanoTime();
        long entries = LongStream.rangeClosed(1, SCHEDULES)
                .parallel()
                .map(seed -> work(seed, JournalDisk::new))
                .sum();
        System.out.printf(
                Locale.ROOT,
                "simulation on the journal: %,d schedules, %,d entries, %d s%n",
                SCHEDULES,
                entries,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        assertThat(entries).isGreaterThan(SCHEDULES);
    }

    @Test
    void aJournalThatForgetsItsLogIsFoundOut() {
        assertThat(LongStream.rangeClosed(1, SOON).anyMatch(seed -> breaks(seed, Forgetful::new)))
                .isTrue();
    }

    private static boolean breaks(long seed, BiFunction<Path, Path, JournalDisk> disks) {
        try {
            work(seed, disks);
            return false;
        } catch (BrokenLaw _) {
            return true;
        }
    }

    private static long work(long seed, BiFunction<Path, Path, JournalDisk> disks) {
        try {
            Path folder = Files.createTempDirectory(home, "seed-" + seed + "-");
            try (var disk = disks.apply(born, folder)) {
                return new Schedule(seed, disk).run();
            } finally {
                PowerCuts.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A crash that takes the log with it.
    private static final class Forgetful extends JournalDisk {
        Forgetful(Path born, Path home) {
            super(born, home);
        }

        @Override
        void crash(Path from, Path to) throws IOException {
            super.crash(from, to);
            Files.deleteIfExists(to.resolve("ledger.db-wal"));
        }
    }
}
