package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.Bookkeeper;
import org.countinghouse.ledger.BusinessDay;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.ClockJumped;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockOnDiskTest {
    private static final Instant BEFORE = Instant.parse("2026-11-21T09:00:00.250Z");
    private static final Instant AFTER = Instant.parse("2026-11-20T09:00:00.125Z");

    @TempDir
    Path folder;

    @Test
    void aClockThatStandsBeforeTheLastEntryAtTheStartIsWrittenAndReadBack() {
        try (var shop = new TestShop(folder, BEFORE)) {
            shop.workADay(1);
            assertThat(shop.journal.lastRecordedAt()).contains(BEFORE);
        }
        try (var shop = new TestShop(folder)) {
            var day = new BusinessDay(ZoneOffset.UTC, LocalTime.of(4, 0));
            var bookkeeper = new Bookkeeper(shop.journal, day, () -> AFTER, () -> 0, UUID::randomUUID, _ -> {});
            bookkeeper.carryOut(new Order(
                    UUID.randomUUID(),
                    "dara",
                    Optional.empty(),
                    new Command.OpenShift(TestShop.TILL, List.of(Cash.of(TestShop.gbp("100.00"))), Optional.empty())));
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
            List<Entry> last =
                    shop.journal.reader().entries(shop.journal.books().lastSequence() - 2, 2);
            assertThat(last.getFirst().fact()).isEqualTo(new ClockJumped(BEFORE, AFTER));
            assertThat(last.getFirst().actor()).isEqualTo(Entry.STATION);
            assertThat(last.getLast().fact().kind()).isEqualTo("shift-opened");
        }
    }
}
