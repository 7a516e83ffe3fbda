package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.report.ZReported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    @Test
    void aDayIsWholeAndReadBackAsItWas() {
        try (var shop = new TestShop(folder)) {
            shop.workADay(50);
            assertThat(shop.journal.books().balance(Account.till(TestShop.TILL), TestShop.GBP))
                    .isEqualTo(TestShop.gbp("100.00"));
        }
        try (var shop = new TestShop(folder)) {
            var last = shop.journal.reader().entries(0, 1_000).getLast();
            assertThat(last.fact()).isInstanceOf(ZReported.class);
            var z = (ZReported) last.fact();
            assertThat(z.number()).isEqualTo(1);
            assertThat(OverShort.of(z.counts().getFirst().overShort())).isEqualTo(OverShort.SHORT);
            assertThat(z.counts().getFirst().overShort()).isEqualTo(TestShop.gbp("-0.50"));
            assertThat(z.grandTotals().getFirst().sales()).isEqualTo(TestShop.gbp("175.00"));
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void anEntryCannotBeChangedOrRemovedThroughTheDatabase() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(3);
        }
        assertThatThrownBy(() -> sql("UPDATE entry SET body = '{}' WHERE sequence = 5"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> sql("DELETE FROM entry WHERE sequence = 5")).hasMessageContaining("never removed");
    }

    @Test
    void aChangedAmountIsNamedByItsSequence() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(20);
        }
        sql("DROP TRIGGER entry_is_never_changed");
        sql("UPDATE entry SET body = replace(body, '350', '340') WHERE sequence = 12");
        assertThat(verify()).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(12);
            assertThat(broken.fault()).isEqualTo(Verification.Fault.HASH);
        });
    }

    @Test
    void aMissingEntryIsNamedByItsSequence() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(20);
        }
        sql("DROP TRIGGER entry_is_never_removed");
        sql("DELETE FROM entry WHERE sequence = 9");
        assertThat(verify()).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(9);
            assertThat(broken.fault()).isEqualTo(Verification.Fault.GAP);
        });
    }

    @Test
    void aTailCutOffBehindTheAcknowledgementIsFound() throws SQLException {
        try (var shop = new TestShop(folder);
                var reader = shop.journal.reader()) {
            shop.workADay(20);
            long last = reader.lastSequence();
            reader.mark(Verifier.ACKNOWLEDGED, new JournalReader.Mark(last, reader.hash(last)));
        }
        sql("DROP TRIGGER entry_is_never_removed");
        sql("DELETE FROM entry WHERE sequence > 15");
        assertThat(verify()).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(16);
            assertThat(broken.fault()).isEqualTo(Verification.Fault.CUT_OFF);
        });
    }

    @Test
    void aStreamWhoseFirstEntryWasCutOffByAFaultGetsItAtTheNextStart() throws SQLException, IOException {
        try (var _ = new TestShop(folder)) {
            // Begun, and no more.
        }
        sql("DROP TRIGGER entry_is_never_removed");
        sql("DELETE FROM entry");
        sql("DELETE FROM shop");
        // The fault came before there was a mark.
        sql("DELETE FROM mark");
        Files.delete(folder.resolve("ledger.mark"));
        try (var shop = new TestShop(folder)) {
            assertThat(shop.journal.reader().entries(0, 1).getFirst().fact().kind())
                    .isEqualTo("stream-opened");
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void aReadTableThatWasTouchedIsFound() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(5);
        }
        sql("UPDATE reading SET minor_units = minor_units + 1 WHERE name = 'sales'");
        assertThat(verify()).isInstanceOf(Verification.BooksDiffer.class);
    }

    @Test
    void aSecondStationOnTheSameFolderIsRefusedWithTheReason() {
        try (var _ = new TestShop(folder)) {
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(JournalUnavailable.class)
                    .hasMessageContaining("another station is running");
        }
    }

    @Test
    void aNewerLedgerIsRefusedAndLeftAlone() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(1);
        }
        sql("PRAGMA user_version = 99");
        assertThatThrownBy(() -> new TestShop(folder)).hasMessageContaining("update Countinghouse");
        sql("PRAGMA user_version = " + Database.MIGRATIONS.names().size());
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void anAmountAboveThirtyTwoBitsComesBackWhole() {
        try (var shop = new TestShop(folder)) {
            var amount = TestShop.GBP.of(5_000_000_000L);
            shop.perform(new Command.ReceiveChange(Cash.of(amount), "1"));
            assertThat(shop.journal
                            .reader()
                            .entries(0, 100)
                            .getLast()
                            .fact()
                            .postings()
                            .getFirst()
                            .amount())
                    .isEqualTo(amount);
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
        try (var shop = new TestShop(folder)) {
            assertThat(shop.journal.books().balance(Account.SAFE, TestShop.GBP))
                    .isEqualTo(TestShop.GBP.of(5_000_000_000L));
        }
    }

    @Test
    void aClockFinerThanAnEnvelopeLeavesTheBooksWhole() {
        try (var shop = new TestShop(folder, Instant.parse("2026-11-21T08:00:00.123456789Z"))) {
            shop.open("100.00");
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void whatIsLeftOfASaleShrinksWithEachRefund() {
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            var sale = shop.sell("3.50");
            shop.refund(sale, "1.00");
            assertThat(shop.journal.refunded(sale)).isEqualTo(100);
            assertThat(shop.refund(sale, "3.00")).isEqualTo("refund-exceeds-sale");
        }
    }

    @Test
    void theShellSeesPostingsAsRows() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(2);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT currency, sum(minor_units) FROM posting GROUP BY currency")) {
            assertThat(rows.next()).isTrue();
            assertThat(List.of(rows.getString(1), rows.getLong(2))).isEqualTo(List.of("GBP", 0L));
        }
    }

    private Verification verify() {
        return new Verifier(folder, TestShop::currency, _ -> {}).verify();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }
}
