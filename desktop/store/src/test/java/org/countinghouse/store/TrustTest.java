package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.store.Verification.Broken;
import org.countinghouse.store.Verification.Fault;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a start finds of a ledger that is not the one the station left behind.
class TrustTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void aDayWasWorked() {
        folder = temp.resolve("data");
        try (var shop = new TestShop(folder)) {
            shop.workADay(20);
        }
    }

    @Test
    void aLedgerAsItWasLeftIsTrusted() {
        assertThat(doubt()).isEmpty();
        assertThat(mark().head().sequence()).isEqualTo(last());
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void aCutTailLeavesTheStationReadOnlyUntilAManagerAccepts() throws SQLException {
        Head left = mark().head();
        cut(15);
        try (var shop = new TestShop(folder);
                var reader = shop.journal.reader()) {
            assertThat(shop.journal.doubt())
                    .contains(new Broken(
                            16, Fault.CUT_OFF, "no entry", "entry " + left.sequence() + " with hash " + left.hash()));
            assertThatThrownBy(() -> shop.sell("3.50"))
                    .isInstanceOf(JournalUnavailable.class)
                    .hasMessageContaining("read-only until a manager accepts");
            assertThat(reader.entries(0, 100)).hasSize(15);
            shop.accept();
            assertThat(shop.journal.doubt()).isEmpty();
            shop.sell("3.50");
            assertThat(reader.entries(15, 1).getFirst().actor()).isEqualTo("sreymom");
        }
        assertThat(doubt()).isEmpty();
        assertThat(mark().head().sequence()).isEqualTo(last()).isGreaterThan(16);
        assertThat(verify()).as("the books go on with what the entries say").isInstanceOf(Verification.Whole.class);
    }

    @Test
    void aCutTailPassesUnnoticedWhereNothingIsKnownFromOutside() throws SQLException, IOException {
        cut(15);
        forgetMarks();
        assertThat(doubt()).as("the negative control of this suite").isEmpty();
    }

    @Test
    void anOldCopyPutBackIsNoticed() throws IOException {
        Path copy = Files.copy(ledger(), temp.resolve("copy"));
        try (var shop = new TestShop(folder)) {
            shop.workADay(3);
        }
        Files.copy(copy, ledger(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(doubt())
                .hasValueSatisfying(found -> assertThat(found.fault()).isEqualTo(Fault.CUT_OFF));
    }

    @Test
    void aStationThatWasKilledIsTrusted() {
        KilledShop.run(folder, 10, 10);
        assertThat(wal()).exists();
        assertThat(mark().head().sequence()).isLessThan(last());
        assertThat(doubt()).isEmpty();
    }

    @Test
    void aDeletedLogIsNoticed() throws IOException {
        KilledShop.run(folder, 10, 5);
        long known = mark().head().sequence();
        Files.delete(wal());
        Files.deleteIfExists(folder.resolve("ledger.db-shm"));
        assertThat(doubt()).hasValueSatisfying(found -> {
            assertThat(found.fault()).isEqualTo(Fault.CUT_OFF);
            assertThat(found.expected()).startsWith("entry " + known + " ");
        });
    }

    @Test
    void aForkIsNoticedAtTheEntryThatIsKnown() throws IOException, SQLException {
        Path copy = Files.copy(ledger(), temp.resolve("copy"));
        try (var shop = new TestShop(folder)) {
            shop.workADay(3);
        }
        long known = mark().head().sequence();
        Path kept = Files.copy(markFile(), temp.resolve("mark"));
        Files.copy(copy, ledger(), StandardCopyOption.REPLACE_EXISTING);
        forgetMarks();
        try (var shop = new TestShop(folder)) {
            shop.workADay(9);
        }
        Files.copy(kept, markFile(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(doubt()).hasValueSatisfying(found -> {
            assertThat(found.fault()).isEqualTo(Fault.FORK);
            assertThat(found.sequence()).isEqualTo(known);
        });
    }

    @Test
    void anAlteredEntryNearTheEndIsNoticedAtTheStart() throws SQLException {
        sql("DROP TRIGGER entry_is_never_changed");
        sql("UPDATE entry SET body = replace(body, '350', '340') WHERE sequence = 12");
        assertThat(doubt()).hasValueSatisfying(found -> {
            assertThat(found.fault()).isEqualTo(Fault.HASH);
            assertThat(found.sequence()).isEqualTo(12);
        });
        acceptAll();
        assertThat(doubt()).isEmpty();
        assertThat(verify()).as("what was accepted is still told").isInstanceOf(Broken.class);
    }

    @Test
    void anAlteredMarkIsNoticed() throws IOException {
        String text = Files.readString(markFile());
        Files.writeString(markFile(), text.replaceFirst("\n(\\d+)\n", "\n9\n"));
        assertThat(doubt()).hasValueSatisfying(found -> {
            assertThat(found.fault()).isEqualTo(Fault.MARK_ALTERED);
            assertThat(found.found()).contains("checksum");
        });
        for (int cutAt = 0; cutAt < text.length() - 1; cutAt += 41) {
            Files.writeString(markFile(), text.substring(0, cutAt));
            assertThat(doubt()).as("cut at %d", cutAt).isPresent();
        }
    }

    @Test
    void aMissingMarkIsNoticedAndAnotherOneAfterItToo() throws IOException {
        for (int time = 0; time < 2; time++) {
            Files.delete(markFile());
            assertThat(doubt())
                    .hasValueSatisfying(found -> assertThat(found.fault()).isEqualTo(Fault.MARK_MISSING));
            acceptAll();
            assertThat(markFile()).exists();
            assertThat(doubt()).isEmpty();
        }
    }

    @Test
    void aLedgerOfAVersionThatMadeNoMarksGetsOne() throws IOException, SQLException {
        forgetMarks();
        assertThat(doubt()).isEmpty();
        assertThat(mark().head().sequence()).isEqualTo(last());
        Files.delete(markFile());
        assertThat(doubt()).isPresent();
    }

    @Test
    void theMarkOfAnotherStationIsNoticed() throws IOException {
        var other = new HighWaterMark(new Stream("test", "counter-2", 1), mark().head());
        Files.writeString(markFile(), other.text());
        assertThat(doubt()).hasValueSatisfying(found -> {
            assertThat(found.fault()).isEqualTo(Fault.MARK_FOREIGN);
            assertThat(found.found()).contains("test/counter-2/1");
        });
    }

    @Test
    void aLedgerThatIsGoneIsNotBegunAnew() throws IOException {
        Files.delete(ledger());
        assertThatThrownBy(() -> new TestShop(folder)).hasMessageContaining("is gone");
        Files.createFile(ledger());
        assertThatThrownBy(() -> new TestShop(folder)).hasMessageContaining("is gone");
        assertThat(mark().head().sequence()).isPositive();
    }

    @Test
    void aLedgerCutToNothingIsNotBegunAnew() throws SQLException {
        cut(0);
        try (var data = DataFolder.take(folder);
                var journal = Journal.open(
                        data,
                        TestShop::currency,
                        new Journal.Birth(
                                new Stream("test", "counter-1", 1),
                                StationKey.in(folder),
                                new UUID(0x0192f0c87b1a7000L, 0x8000000000000000L),
                                NOW,
                                LocalDate.parse("2026-11-21"),
                                "test"))) {
            assertThat(journal.doubt())
                    .hasValueSatisfying(found -> assertThat(found.sequence()).isEqualTo(1));
            assertThat(journal.books().lastSequence()).isZero();
        }
    }

    @Test
    void aWholeFolderPutBackIsNoticedByTheMarkInTheSecondPlace() throws IOException {
        Path second = temp.resolve("stick");
        Files.createDirectories(second);
        Path ledgerThen = Files.copy(ledger(), temp.resolve("ledger-then"));
        Path markThen = Files.copy(markFile(), temp.resolve("mark-then"));
        try (var shop = new TestShop(folder, NOW, Optional.of(second))) {
            shop.workADay(3);
        }
        Files.copy(ledgerThen, ledger(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(markThen, markFile(), StandardCopyOption.REPLACE_EXISTING);
        try (var shop = new TestShop(folder, NOW, Optional.of(second))) {
            assertThat(shop.journal.doubt()).isPresent();
        }
        assertThat(doubt()).as("without the second place nobody knows").isEmpty();
    }

    @Test
    void aSecondPlaceThatIsOutIsToldAndStopsNobody() {
        Path out = temp.resolve("no-stick");
        try (var shop = new TestShop(folder, NOW, Optional.of(out))) {
            shop.workADay(3);
            shop.journal.mark();
            assertThat(shop.journal.markTrouble())
                    .hasValueSatisfying(place -> assertThat(place).contains("test.counter-1.mark"));
        }
        assertThat(doubt()).isEmpty();
    }

    @Test
    void theCloudsWordInTheLedgerIsAnAnchorToo() throws SQLException, IOException {
        try (var shop = new TestShop(folder);
                var reader = shop.journal.reader()) {
            long last = reader.lastSequence();
            reader.mark(Verifier.ACKNOWLEDGED, new JournalReader.Mark(last, reader.hash(last)));
        }
        cut(15);
        sql("DELETE FROM mark WHERE name = 'marked'");
        Files.delete(markFile());
        assertThat(doubt())
                .hasValueSatisfying(found -> assertThat(found.fault()).isEqualTo(Fault.CUT_OFF));
        acceptAll();
        assertThat(doubt()).isEmpty();
    }

    @Test
    void aMarkFromBeforeAnAcceptanceRaisesNoNewAlarm() throws IOException, SQLException {
        Path before = Files.copy(markFile(), temp.resolve("before"));
        cut(15);
        acceptAll();
        try (var shop = new TestShop(folder)) {
            shop.sell("3.50");
        }
        Files.copy(before, markFile(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(doubt()).isEmpty();
    }

    @Test
    void theChainIsFollowedFromASlipsShortHash() throws SQLException {
        String hash;
        try (var shop = new TestShop(folder);
                var reader = shop.journal.reader()) {
            hash = reader.hash(10).orElseThrow().shortHex();
        }
        assertThat(verifier().verifyFrom(10, hash))
                .isInstanceOfSatisfying(
                        Verification.WholeFrom.class,
                        whole -> assertThat(whole.head().sequence()).isEqualTo(last()));
        assertThat(verifier().verifyFrom(11, hash))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.fault()).isEqualTo(Fault.FORK));
        assertThat(verifier().verifyFrom(1_000, hash))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.fault()).isEqualTo(Fault.CUT_OFF));
        assertThat(verifier().verifyFromNewest()).isInstanceOf(Verification.WholeFrom.class);
        sql("DROP TRIGGER entry_is_never_changed");
        sql("UPDATE entry SET body = replace(body, '350', '340') WHERE sequence IN (8, 12)");
        assertThat(verifier().verifyFrom(10, hash))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(12));
    }

    private Optional<Broken> doubt() {
        try (var shop = new TestShop(folder)) {
            return shop.journal.doubt();
        }
    }

    private void acceptAll() {
        try (var shop = new TestShop(folder)) {
            while (shop.journal.doubt().isPresent()) {
                shop.accept();
            }
        }
    }

    private long last() {
        try (var shop = new TestShop(folder)) {
            return shop.journal.books().lastSequence();
        }
    }

    private Verifier verifier() {
        return new Verifier(folder, TestShop::currency, _ -> {});
    }

    private Verification verify() {
        return verifier().verify();
    }

    private Path ledger() {
        return folder.resolve("ledger.db");
    }

    private Path wal() {
        return folder.resolve("ledger.db-wal");
    }

    private Path markFile() {
        return folder.resolve("ledger.mark");
    }

    private HighWaterMark mark() {
        return Marks.beside(folder).furthest().orElseThrow();
    }

    private void forgetMarks() throws SQLException, IOException {
        sql("DELETE FROM mark WHERE name = 'marked'");
        Files.delete(markFile());
    }

    private void cut(int after) throws SQLException {
        sql("DROP TRIGGER entry_is_never_removed");
        sql("DELETE FROM entry WHERE sequence > " + after);
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ledger());
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }
}
