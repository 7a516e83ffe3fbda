package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countinghouse.store.Verification.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies of a ledger, and putting one back.
class BackupsTest {
    private static final Instant EVENING = Instant.parse("2026-11-21T20:15:30Z");

    private static final int FLIPS = 60;

    @TempDir
    Path temp;

    private Path folder;
    private Backups backups;

    @BeforeEach
    void aDayWasWorked() {
        folder = temp.resolve("data");
        backups = new Backups(folder, Optional.empty());
        try (var shop = new TestShop(folder)) {
            shop.workADay(20);
        }
    }

    @Test
    void aStationThatSellsIsCopiedAndTheCopyIsProven() throws IOException, SQLException {
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            shop.sell("3.50");
            var made = backups.make(EVENING);
            assertThat(made.head().sequence()).isEqualTo(shop.journal.books().lastSequence());
            assertThat(made.head().hash()).isEqualTo(shop.journal.head());
            assertThat(made.file()).hasFileName("ledger-2026-11-21T20-15-30Z.db");
            assertThat(backups.newest()).contains(EVENING);
            shop.sell("3.50");
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
        assertThat(ask(backup(), "PRAGMA journal_mode")).isEqualTo("delete");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("backups/station.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aCopyThatIsDamagedIsNoBackup() throws IOException, SQLException {
        backups.make(EVENING);
        sql(backup(), "DROP TRIGGER entry_is_never_changed");
        sql(backup(), "UPDATE entry SET body = replace(body, '350', '340') WHERE sequence = 7");
        assertThatThrownBy(() -> LedgerCopy.prove(backup(), limit())).hasMessageContaining("broken at entry 7");
        Files.write(backup(), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> LedgerCopy.prove(backup(), limit())).isInstanceOf(JournalUnavailable.class);
    }

    @Test
    void aFlippedByteOfACopyIsFoundOrTouchesNoEntry() throws IOException {
        var made = backups.make(EVENING);
        byte[] whole = Files.readAllBytes(backup());
        int found = 0;
        for (int place = 0; place < whole.length; place += whole.length / FLIPS) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 0x10;
            Files.write(backup(), flipped);
            try {
                assertThat(LedgerCopy.prove(backup(), limit()))
                        .as("byte %d", place)
                        .isEqualTo(made.head());
            } catch (JournalUnavailable _) {
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void aSecondPlaceGetsTheSameCopyAndOneThatFailsIsToldAndSpoilsNothing() throws IOException {
        Path stick = temp.resolve("stick");
        var made = new Backups(folder, Optional.of(stick)).make(EVENING);
        assertThat(made.troubleElsewhere()).isEmpty();
        Path second = stick.resolve("test.counter-1").resolve(made.file().getFileName());
        assertThat(Files.mismatch(made.file(), second)).isNegative();
        assertThat(second.resolveSibling("station.key")).exists();
        Path full = Files.createFile(temp.resolve("no-folder"));
        var again = new Backups(folder, Optional.of(full)).make(EVENING.plusSeconds(1));
        assertThat(again.troubleElsewhere()).isPresent();
        assertThat(again.file()).exists();
    }

    @Test
    void oldCopiesGoAndWhatIsNotOursStays() throws IOException {
        Path copies = Files.createDirectories(folder.resolve("backups"));
        Files.createFile(copies.resolve("before-v2.db"));
        Files.createFile(copies.resolve("holiday.db"));
        for (int day = 1; day <= 20; day++) {
            Files.createFile(copies.resolve("ledger-2026-11-%02dT20-00-00Z.db".formatted(day)));
        }
        backups.make(EVENING);
        try (var files = Files.list(copies)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".db")))
                    .contains("before-v2.db", "holiday.db", "ledger-2026-11-21T20-15-30Z.db")
                    .contains("ledger-2026-11-15T20-00-00Z.db", "ledger-2026-11-08T20-00-00Z.db")
                    .doesNotContain("ledger-2026-11-14T20-00-00Z.db", "ledger-2026-11-02T20-00-00Z.db");
        }
    }

    @Test
    void aWholeBackupIsPutBackAndTheOldLedgerMovedAside() throws IOException, SQLException {
        var made = backups.make(EVENING);
        byte[] old = Files.readAllBytes(ledger());
        var restored = restore(made.file(), false);
        assertThat(restored.lost()).isZero();
        assertThat(restored.replaced())
                .hasValueSatisfying(
                        aside -> assertThat(aside.resolve("ledger.db")).hasBinaryContent(old));
        assertThat(ask(ledger(), "PRAGMA journal_mode")).isEqualTo("wal");
        try (var shop = new TestShop(folder)) {
            assertThat(shop.journal.doubt()).isEmpty();
            shop.workADay(2);
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void anOlderBackupIsRefusedWithTheNumberOfEntriesAndNothingChanges() throws IOException {
        var made = backups.make(EVENING);
        long later;
        try (var shop = new TestShop(folder)) {
            shop.workADay(4);
            later = shop.journal.books().lastSequence() - made.head().sequence();
        }
        byte[] before = Files.readAllBytes(ledger());
        assertThatThrownBy(() -> restore(made.file(), false))
                .hasMessageContaining(later + " known entries are not in")
                .hasMessageContaining("--accept-fork");
        assertThat(ledger()).hasBinaryContent(before);
        assertThat(folder.resolve("replaced-1")).doesNotExist();
    }

    @Test
    void anOlderBackupThatIsWantedWaitsForAManager() {
        var made = backups.make(EVENING);
        try (var shop = new TestShop(folder)) {
            shop.workADay(4);
        }
        assertThat(restore(made.file(), true).lost()).isPositive();
        try (var shop = new TestShop(folder)) {
            assertThat(shop.journal.doubt()).hasValueSatisfying(found -> {
                assertThat(found.fault()).isEqualTo(Fault.CUT_OFF);
                assertThat(found.sequence()).isEqualTo(made.head().sequence() + 1);
            });
            shop.accept();
            shop.workADay(2);
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void aBackupOfAnotherHistoryIsRefused() throws IOException {
        Path copy = Files.copy(ledger(), temp.resolve("copy.db"));
        Files.copy(folder.resolve("station.key"), temp.resolve("station.key"));
        try (var shop = new TestShop(folder)) {
            shop.workADay(4);
        }
        Path other = Files.createDirectories(temp.resolve("other"));
        Files.copy(copy, DataFolder.ledgerIn(other));
        Files.copy(folder.resolve("station.key"), other.resolve("station.key"));
        try (var shop = new TestShop(other)) {
            shop.accept();
            shop.workADay(9);
        }
        assertThatThrownBy(() -> restore(DataFolder.ledgerIn(other), false)).hasMessageContaining("--accept-fork");
    }

    @Test
    void aLedgerThatIsDamagedBeyondReadingIsReplacedAsFarAsItIsKnown() throws IOException {
        var made = backups.make(EVENING);
        Files.write(ledger(), "no ledger at all, whatever this was".getBytes());
        assertThat(restore(made.file(), false).lost()).isZero();
        try (var shop = new TestShop(folder)) {
            shop.workADay(4);
        }
        Files.write(ledger(), "no ledger at all, whatever this was".getBytes());
        assertThatThrownBy(() -> restore(made.file(), false)).hasMessageContaining("--accept-fork");
    }

    @Test
    void aNewComputerGetsLedgerAndKeyFromTheBackups() throws IOException {
        var made = backups.make(EVENING);
        Path fresh = temp.resolve("fresh");
        try (var data = DataFolder.take(fresh)) {
            new Restore(data, made.file(), TestShop::currency, Optional.empty()).run(false);
        }
        try (var shop = new TestShop(fresh)) {
            assertThat(shop.journal.doubt()).isEmpty();
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
        Path lonely = Files.createDirectories(temp.resolve("lonely"));
        Path alone = Files.copy(made.file(), lonely.resolve("ledger.db"), StandardCopyOption.REPLACE_EXISTING);
        try (var data = DataFolder.take(temp.resolve("keyless"))) {
            assertThatThrownBy(() -> new Restore(data, alone, TestShop::currency, Optional.empty()).run(false))
                    .hasMessageContaining("key of test/counter-1/1 is missing");
        }
    }

    @Test
    void aBackupWithAnotherKeyOrALogBesideItIsRefused() throws IOException {
        var made = backups.make(EVENING);
        Path stranger = Files.createDirectories(temp.resolve("stranger"));
        StationKey.in(stranger);
        try (var data = DataFolder.take(stranger)) {
            assertThatThrownBy(() -> new Restore(data, made.file(), TestShop::currency, Optional.empty()).run(false))
                    .hasMessageContaining("with another key");
        }
        Files.createFile(made.file().resolveSibling(made.file().getFileName() + "-wal"));
        assertThatThrownBy(() -> restore(made.file(), false)).hasMessageContaining("was not closed");
    }

    @Test
    void anAlteredBackupIsRefused() throws SQLException {
        backups.make(EVENING);
        sql(backup(), "UPDATE reading SET minor_units = minor_units + 1 WHERE name = 'sales'");
        assertThatThrownBy(() -> restore(backup(), false)).hasMessageContaining("does not prove to be whole");
    }

    private Restore.Restored restore(Path from, boolean acceptFork) {
        try (var data = DataFolder.take(folder)) {
            return new Restore(data, from, TestShop::currency, Optional.empty()).run(acceptFork);
        }
    }

    private Path ledger() {
        return DataFolder.ledgerIn(folder);
    }

    private Path backup() {
        return folder.resolve("backups/ledger-2026-11-21T20-15-30Z.db");
    }

    private static TimeLimit limit() {
        return new TimeLimit(Duration.ofMinutes(1));
    }

    private static String ask(Path file, String question) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void sql(Path file, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }
}
