package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.EntryGivenBefore;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sales wait to be settled; nobody can tell.
class SettlingTest {
    @TempDir
    Path folder;

    @Test
    void aSaleWritesNoReadTable() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            long settled = number("SELECT sequence FROM settled");
            shop.sell("3.50");
            shop.sell("3.50");
            assertThat(number("SELECT sequence FROM settled")).isEqualTo(settled);
            assertThat(number("SELECT count(*) FROM given")).isEqualTo(settled);
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void theShellSeesBalancesAndPiecesUpToTheLastSale() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            shop.sell("3.50");
            shop.sell("3.50");
            assertThat(number("SELECT minor_units FROM balance WHERE account = 'till/1'"))
                    .isEqualTo(10_700);
            assertThat(number("SELECT pieces FROM stock WHERE place = 'till/1' AND denomination = 500"))
                    .isEqualTo(2);
            shop.refund(shop.sell("3.50"), "1.00");
            assertThat(number("SELECT minor_units FROM balance WHERE account = 'till/1'"))
                    .isEqualTo(10_950);
        }
    }

    @Test
    void salesThatWaitedAreThereAtTheNextStart() {
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            shop.sell("3.50");
            shop.sell("3.50");
        }
        try (var shop = new TestShop(folder)) {
            assertThat(shop.journal.books().balance(Account.till(TestShop.TILL), TestShop.GBP))
                    .isEqualTo(TestShop.gbp("107.00"));
            shop.sell("3.50");
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void theThousandthSaleSettlesThoseBefore() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            long settled = number("SELECT sequence FROM settled");
            for (int i = 0; i < 1_500; i++) {
                shop.sell("3.50");
            }
            assertThat(number("SELECT sequence FROM settled")).isEqualTo(settled + 1_000);
            assertThat(number("SELECT count(*) FROM given")).isEqualTo(settled + 1_000);
            assertThat(number("SELECT minor_units FROM balance WHERE account = 'till/1'"))
                    .isEqualTo(10_000 + 1_500 * 350);
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void anIdIsKnownForEverWhetherSettledOrNot() {
        UUID first;
        UUID second;
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            first = shop.sell("3.50");
            shop.perform(new Command.OpenDrawer(TestShop.TILL, "change"));
            second = shop.sell("3.50");
            isGiven(shop, first);
            isGiven(shop, second);
        }
        try (var shop = new TestShop(folder);
                var reader = shop.journal.reader()) {
            isGiven(shop, first);
            isGiven(shop, second);
            assertThat(reader.contains(first)).isTrue();
            assertThat(reader.contains(second)).isTrue();
            assertThat(reader.contains(new UUID(1, 2))).isFalse();
            assertThat(shop.journal.find(second).orElseThrow().id()).isEqualTo(second);
            shop.sell("3.50");
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void anIdEarlierThanAllOthersIsTakenOnce() {
        var early = UUID.fromString("00000000-0000-7000-8000-000000000001");
        try (var shop = new TestShop(folder)) {
            shop.workADay(3);
            append(shop, early);
            isGiven(shop, early);
            shop.workADay(3);
            isGiven(shop, early);
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void anIdMissingInTheTableOrGivenToAnotherEntryIsFound() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(5);
        }
        sql("UPDATE given SET sequence = 99 WHERE sequence = 4");
        assertThat(verify()).isInstanceOfSatisfying(Verification.BooksDiffer.class, differ -> {
            assertThat(differ.found()).endsWith("given to entry 99");
            assertThat(differ.expected()).endsWith("given to entry 4");
        });
        sql("DELETE FROM given WHERE sequence = 99");
        assertThat(verify()).isInstanceOf(Verification.BooksDiffer.class);
        sql("INSERT INTO given SELECT id, sequence FROM entry WHERE sequence = 4");
        assertThat(verify()).isInstanceOf(Verification.Whole.class);
        sql("INSERT INTO given VALUES ('00000000-0000-7000-8000-000000000001', 4)");
        assertThat(verify()).isInstanceOf(Verification.BooksDiffer.class);
    }

    @Test
    void tablesThatKnowOfMoreThanTheEntriesAreNotBelieved() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(20);
        }
        sql("DROP TRIGGER entry_is_never_removed");
        sql("DELETE FROM entry WHERE sequence > 15");
        assertThat(verify()).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(16);
            assertThat(broken.fault()).isEqualTo(Verification.Fault.CUT_OFF);
        });
        try (var shop = new TestShop(folder)) {
            var till = Account.till(TestShop.TILL);
            var held = shop.journal.books().balance(till, TestShop.GBP);
            assertThat(held.minorUnits()).isEqualTo(sum("till/1"));
            // What was found stays until something is written.
            assertThat(verify()).isInstanceOf(Verification.Broken.class);
            shop.accept();
            shop.sell("3.50");
            assertThat(shop.journal.books().balance(till, TestShop.GBP)).isEqualTo(held.plus(TestShop.gbp("3.50")));
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
    }

    @Test
    void postingsThatAreNotTheFactsAreFoundThoughEveryHashHolds() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(5);
        }
        rehash("[\"sales\",\"GBP\",-350]", "[\"sales\",\"GBP\",-351]");
        assertThat(verify()).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(5);
            assertThat(broken.fault()).isEqualTo(Verification.Fault.POSTINGS);
        });
    }

    @Test
    void aBodyNobodyCanReadIsNamedByItsSequence() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(5);
        }
        rehash("\"postings\"", "\"costings\"");
        assertThat(verify()).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(1);
            assertThat(broken.fault()).isEqualTo(Verification.Fault.UNREADABLE);
        });
    }

    private static void isGiven(TestShop shop, UUID id) {
        assertThat(shop.journal.contains(id)).isTrue();
        assertThatThrownBy(() -> append(shop, id)).isInstanceOf(EntryGivenBefore.class);
    }

    private static void append(TestShop shop, UUID id) {
        shop.journal.append(new Draft(
                List.of(new NoSale(TestShop.TILL, "change")),
                List.of(id),
                Instant.parse("2026-11-21T08:00:00Z"),
                LocalDate.parse("2026-11-21"),
                Optional.empty(),
                "dara",
                Optional.empty()));
    }

    /// What somebody would do who knows how the chain is made.
    private void rehash(String part, String with) throws SQLException {
        sql("DROP TRIGGER entry_is_never_changed");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                var read = connection.createStatement();
                var write = connection.prepareStatement("UPDATE entry SET hash = ?, body = ? WHERE sequence = ?")) {
            Hash previous = genesis();
            boolean done = false;
            try (var rows = read.executeQuery("SELECT sequence, body FROM entry ORDER BY sequence")) {
                while (rows.next()) {
                    String body = rows.getString(2);
                    String altered = done ? body : body.replace(part, with);
                    done |= !altered.equals(body);
                    previous = Chain.link(previous, altered).hash();
                    write.setBytes(1, previous.bytes());
                    write.setString(2, altered);
                    write.setLong(3, rows.getLong(1));
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
    }

    private Hash genesis() {
        try (var database = Database.openToRead(folder.resolve("ledger.db"))) {
            return Identity.read(database).orElseThrow().genesis();
        }
    }

    private Verification verify() {
        return new Verifier(folder, TestShop::currency, _ -> {}).verify();
    }

    private long sum(String account) throws SQLException {
        return number("SELECT sum(minor_units) FROM posting WHERE account = '" + account + "'");
    }

    private long number(String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                var run = connection.createStatement();
                var rows = run.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }
}
