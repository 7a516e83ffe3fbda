package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.countinghouse.ledger.entry.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger the first version wrote is opened, and its read tables are written anew from its entries.
class OldLedgerTest {
    @Test
    void aLedgerOfTheFirstVersionIsBroughtUpAndItsBooksAreRebuilt(@TempDir Path now, @TempDir Path before)
            throws IOException, SQLException {
        try (var shop = new TestShop(now)) {
            shop.workADay(5);
            shop.open("100.00");
            shop.sell("3.50");
        }
        downgrade(now, before);
        try (var shop = new TestShop(before)) {
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
            assertThat(shop.journal.books().balance(Account.till(TestShop.TILL), TestShop.GBP))
                    .isEqualTo(TestShop.gbp("103.50"));
            assertThat(shop.journal
                            .books()
                            .openShift(TestShop.TILL)
                            .orElseThrow()
                            .life()
                            .answerable())
                    .isEqualTo("dara");
            shop.sell("3.50");
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    /// The same entries in a file as the first version made it; what it kept beside them is left out.
    static void downgrade(Path from, Path to) throws IOException, SQLException {
        Files.copy(from.resolve("station.key"), to.resolve("station.key"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + DataFolder.ledgerIn(to));
                var statement = connection.createStatement();
                var script = Objects.requireNonNull(Database.class.getResourceAsStream("db/V001__journal.sql"))) {
            statement.executeUpdate("PRAGMA journal_mode = WAL");
            statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.executeUpdate("ATTACH '" + DataFolder.ledgerIn(from) + "' AS newer");
            statement.executeUpdate("INSERT INTO stream SELECT * FROM newer.stream");
            statement.executeUpdate("INSERT INTO entry (sequence, hash, body)"
                    + " SELECT sequence, hash, body FROM newer.entry ORDER BY sequence");
            statement.executeUpdate("PRAGMA user_version = 1");
        }
    }
}
