package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final int NEXT = Database.MIGRATIONS.names().size() + 1;

    @TempDir
    Path temp;

    @Test
    void aLedgerIsBroughtForwardAfterAProvenCopyWasMade() throws SQLException {
        Path folder = worked();
        try (var database = Database.open(ledger(folder), next("CREATE TABLE more (a INTEGER) STRICT"))) {
            assertThat(database.version()).isEqualTo(NEXT);
        }
        Path copy = folder.resolve("backups/before-v" + NEXT + ".db");
        assertThat(LedgerCopy.prove(copy, limit()).sequence()).isPositive();
        try (var database = Database.openCopy(copy)) {
            assertThat(database.version()).as("the copy is of before").isEqualTo(NEXT - 1);
        }
    }

    @Test
    void aMigrationThatFailsHalfWayLeavesTheLedgerAsItWasAndTheCopyStays() throws SQLException {
        Path folder = worked();
        var broken = next("CREATE TABLE more (a INTEGER) STRICT; INSERT INTO more VALUES (1);"
                + " DROP TABLE refunded; INSERT INTO nowhere VALUES (1)");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> Database.open(ledger(folder), broken))
                    .isInstanceOf(JournalUnavailable.class)
                    .hasMessageContaining("nowhere")
                    .hasMessageContaining("it is as it was");
        }
        try (var database = Database.open(ledger(folder))) {
            assertThat(database.version()).isEqualTo(NEXT - 1);
        }
        assertThat(tables(ledger(folder))).contains("refunded").doesNotContain("more");
        assertThat(folder.resolve("backups/before-v" + NEXT + ".db")).exists();
        assertThat(folder.resolve("backups/before-v" + NEXT + "-2.db")).exists();
        try (var shop = new TestShop(folder)) {
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void withoutAProvenCopyNothingIsMigrated() throws SQLException {
        Path folder = worked();
        sql(ledger(folder), "DROP TRIGGER entry_is_never_changed");
        sql(ledger(folder), "UPDATE entry SET body = replace(body, '350', '340') WHERE sequence = 5");
        assertThatThrownBy(() -> Database.open(ledger(folder), next("CREATE TABLE more (a INTEGER) STRICT")))
                .hasMessageContaining("broken at entry 5");
        assertThat(tables(ledger(folder))).doesNotContain("more");
    }

    @Test
    void aNewLedgerIsMadeWithoutACopy() {
        assertThat(worked().resolve("backups")).doesNotExist();
    }

    @Test
    void anOlderProgramRefusesANewerLedgerAndChangesNoByteOfIt() throws SQLException, IOException {
        Path folder = worked();
        sql(ledger(folder), "PRAGMA user_version = " + NEXT);
        Path before = Files.copy(ledger(folder), temp.resolve("before.db"));
        assertThatThrownBy(() -> new TestShop(folder)).hasMessageContaining("update Countinghouse");
        assertThatThrownBy(() -> new Verifier(folder, TestShop::currency, _ -> {}).verify())
                .hasMessageContaining("update Countinghouse");
        assertThatThrownBy(() -> new Backups(folder, Optional.empty()).make(Instant.EPOCH))
                .hasMessageContaining("update Countinghouse");
        assertThat(Files.mismatch(before, ledger(folder))).isNegative();
        assertThat(folder.resolve("ledger.db-wal")).doesNotExist();
    }

    @Test
    void aNewerLedgerThatKeepsItsJournalInAnotherWayIsLeftThatWay() throws SQLException, IOException {
        Path folder = worked();
        sql(ledger(folder), "PRAGMA journal_mode = DELETE");
        sql(ledger(folder), "PRAGMA user_version = " + NEXT);
        Path before = Files.copy(ledger(folder), temp.resolve("before.db"));
        assertThatThrownBy(() -> new TestShop(folder)).hasMessageContaining("update Countinghouse");
        assertThat(Files.mismatch(before, ledger(folder))).isNegative();
    }

    private Path worked() {
        Path folder = temp.resolve("data");
        try (var shop = new TestShop(folder)) {
            shop.workADay(3);
        }
        return folder;
    }

    private static Migrations next(String script) {
        var names = new ArrayList<>(Database.MIGRATIONS.names());
        names.add("next");
        return new Migrations(
                names,
                name -> name.equals("next")
                        ? script
                        : Database.MIGRATIONS.scripts().apply(name));
    }

    private static TimeLimit limit() {
        return new TimeLimit(Duration.ofMinutes(1));
    }

    private static Path ledger(Path folder) {
        return DataFolder.ledgerIn(folder);
    }

    private static String tables(Path ledger) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT group_concat(name) FROM sqlite_schema")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void sql(Path ledger, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }
}
