package org.countinghouse.store.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.countinghouse.store.Backups;
import org.countinghouse.store.DataFolder;
import org.countinghouse.store.Restore;
import org.countinghouse.store.TestShop;
import org.countinghouse.store.fault.Flips.Effect;
import org.countinghouse.store.fault.Flips.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bit turns in a file of the station while it is off. Somebody notices, or it does no harm: never a wrong sum,
/// never a station that hangs, never a fault without words.
class ByteFlipTest {
    private static final int FLIPS = Integer.getInteger("states", Size.of(400, 20_000));
    private static final int FLIPS_OF_SMALL_FILES = FLIPS / 4;
    private static final long SEED = 20_261_125;

    /// A day and a part of the next.
    private static final long CLOSED = Orders.DAY + 7;

    /// What is only in the log.
    private static final long OPEN = CLOSED + 12;

    @TempDir(factory = InMemory.class)
    private Path folder;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    private Path closed;
    private Path open;

    @BeforeEach
    void aStationIsClosedAndAnotherWasKilled() throws IOException {
        closed = folder.resolve("closed");
        open = folder.resolve("open");
        Path working = folder.resolve("working");
        trade(working, 0, CLOSED);
        Trial.copy(working, closed);
        try (var shop = new TestShop(working)) {
            trade(shop, CLOSED + 1, OPEN);
            shop.journal.mark();
            Trial.copy(working, open);
        }
    }

    private static void trade(Path working, long first, long last) {
        try (var shop = new TestShop(working)) {
            trade(shop, first, last);
        }
    }

    private static void trade(TestShop shop, long first, long last) {
        for (long order = first; order <= last; order++) {
            Trader.give(shop, order, Orders.id(order));
        }
    }

    @Test
    void aBitTurnedInTheLedgerIsNoticedOrHarmless() throws IOException {
        noticed("ledger.db", new Flips(closed, scratch, folder -> folder, CLOSED).turn("ledger.db", FLIPS, SEED));
    }

    @Test
    void aBitTurnedInTheLogIsNoticedOrHarmless() throws IOException {
        var outcome = new Flips(open, scratch, folder -> folder, OPEN).turn("ledger.db-wal", FLIPS, SEED);
        noticed("ledger.db-wal", outcome);
        assertThat(outcome.effects()).containsKeys(Effect.REFUSED, Effect.FOUND);
    }

    @Test
    void aBitTurnedInTheHighWaterMarkIsNoticedOrHarmless() throws IOException {
        noticed(
                "ledger.mark",
                new Flips(closed, scratch, folder -> folder, CLOSED).turn("ledger.mark", FLIPS_OF_SMALL_FILES, SEED));
    }

    @Test
    void aBitTurnedInTheKeyIsNoticedOrHarmless() throws IOException {
        noticed(
                "station.key",
                new Flips(closed, scratch, folder -> folder, CLOSED).turn("station.key", FLIPS_OF_SMALL_FILES, SEED));
    }

    @Test
    void aBitTurnedInABackupIsNoticedOrHarmless() throws IOException {
        Path working = folder.resolve("working");
        new Backups(working, Optional.empty()).make(Instant.parse("2026-11-21T20:00:00Z"));
        Path backups = working.resolve("backups");
        String copy = "ledger-2026-11-21T20-00-00Z.db";
        noticed(
                "a backup",
                new Flips(backups, scratch, copies -> restored(copies, copy), OPEN).turn(copy, FLIPS, SEED));
    }

    private static Path restored(Path copies, String copy) {
        Path folder = copies.resolve("restored");
        try (var taken = DataFolder.take(folder)) {
            new Restore(taken, copies.resolve(copy), TestShop::currency, Optional.empty()).run(false);
        }
        return folder;
    }

    private static void noticed(String file, Outcome outcome) {
        System.out.println("turned bits, " + file + ": " + outcome.effects() + ", the first unnoticed: "
                + outcome.findings().stream().findFirst().orElse("-"));
        outcome.findings().stream().limit(15).forEach(System.out::println);
        assertThat(outcome.findings()).isEmpty();
    }
}
