package org.countinghouse.store.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countinghouse.store.TestShop;
import org.countinghouse.store.fault.Flips.Effect;
import org.countinghouse.store.fault.Flips.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bit turns in a file of the station while it is off. Somebody notices, or it does no harm: never a wrong sum, never
/// a station that hangs, never a fault without words.
class ByteFlipTest {
    private static final int FLIPS = Integer.getInteger("states", Size.of(400, 20_000));
    private static final int FLIPS_OF_THE_KEY = FLIPS / 4;
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
        noticed("ledger.db", new Flips(closed, scratch, CLOSED).turn("ledger.db", FLIPS, SEED));
    }

    @Test
    void aBitTurnedInTheLogIsNoticedOrHarmless() throws IOException {
        var outcome = new Flips(open, scratch, OPEN).turn("ledger.db-wal", FLIPS, SEED);
        noticed("ledger.db-wal", outcome);
        assertThat(outcome.effects()).containsKey(Effect.REFUSED);
    }

    @Test
    void aBitTurnedInTheKeyIsNoticedOrHarmless() throws IOException {
        noticed("station.key", new Flips(closed, scratch, CLOSED).turn("station.key", FLIPS_OF_THE_KEY, SEED));
    }

    private static void noticed(String file, Outcome outcome) {
        System.out.println("turned bits, " + file + ": " + outcome.effects() + ", the first unnoticed: "
                + outcome.findings().stream().findFirst().orElse("-"));
        outcome.findings().stream().limit(15).forEach(System.out::println);
        assertThat(outcome.findings()).isEmpty();
    }
}
