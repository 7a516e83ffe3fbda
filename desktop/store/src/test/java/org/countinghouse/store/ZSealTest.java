package org.countinghouse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.report.ZSeal;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Z report is bound to the ledger it was taken from, and stays as it was.
class ZSealTest {
    @TempDir
    private Path folder;

    private static List<Link> reports(TestShop shop) {
        return shop.journal.reader().links(0, 1_000).stream()
                .filter(link -> link.envelope().kind().equals("z-reported"))
                .toList();
    }

    private static ZReported z(TestShop shop, int index) {
        return shop.journal.reader().entries(0, 1_000).stream()
                .map(Entry::fact)
                .filter(ZReported.class::isInstance)
                .map(ZReported.class::cast)
                .toList()
                .get(index);
    }

    @Test
    void aZNamesTheHeadBeforeItAndTheZBeforeItAndIsSignedByTheStation() {
        try (var shop = new TestShop(folder)) {
            shop.workADay(3);
            shop.workADay(2);
            var links = reports(shop);
            ZSeal first = z(shop, 0).seal().orElseThrow();
            ZSeal second = z(shop, 1).seal().orElseThrow();
            assertThat(first.head()).isEqualTo(links.getFirst().previous().hex());
            assertThat(first.previousZ()).isEqualTo(ZSeal.NO_Z);
            assertThat(second.previousZ()).isEqualTo(links.getFirst().hash().hex());
            var key = StationKey.in(folder);
            var sealing = new ZSealing(new FactCodec(TestShop::currency), shop.journal.stream());
            assertThat(sealing.holds(
                            z(shop, 1),
                            links.getLast().previous(),
                            Optional.of(links.getFirst().hash()),
                            key.open()))
                    .isTrue();
        }
    }

    @Test
    void aSealDoesNotHoldForOtherFiguresAnotherHeadOrAnotherKey(@TempDir Path elsewhere) {
        try (var shop = new TestShop(folder)) {
            shop.workADay(3);
            var link = reports(shop).getFirst();
            var sealing = new ZSealing(new FactCodec(TestShop::currency), shop.journal.stream());
            var key = StationKey.in(folder).open();
            ZReported z = z(shop, 0);
            var richer = new ZReported(
                    z.at(),
                    z.number(),
                    z.shifts(),
                    z.firstSequence(),
                    z.lastSequence(),
                    List.of(),
                    z.counts(),
                    z.grandTotals(),
                    z.seal());
            assertThat(sealing.holds(z, link.previous(), Optional.empty(), key)).isTrue();
            assertThat(sealing.holds(richer, link.previous(), Optional.empty(), key))
                    .isFalse();
            assertThat(sealing.holds(z, link.hash(), Optional.empty(), key)).isFalse();
            assertThat(sealing.holds(z, link.previous(), Optional.of(link.hash()), key))
                    .isFalse();
            assertThat(sealing.holds(
                            z,
                            link.previous(),
                            Optional.empty(),
                            StationKey.in(elsewhere).open()))
                    .isFalse();
        }
    }

    @Test
    void correctionsAndCopiesLeaveTheZByteForByteAsItWas() {
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            var sale = shop.sell("3.50");
            shop.perform(new Command.CountTill(TestShop.TILL, List.of(Cash.of(TestShop.gbp("103.50")))));
            shop.perform(new Command.CloseShift(TestShop.TILL, List.of(), "", true));
            String body = reports(shop).getFirst().body();
            assertThat(shop.perform(new Command.Correct(TestShop.TILL, sale, "typed-wrong", "")))
                    .isEmpty();
            assertThat(shop.perform(new Command.CopyZ(TestShop.TILL, 1))).isEmpty();
            shop.workADay(2);
            assertThat(reports(shop).getFirst().body()).isEqualTo(body);
            assertThat(shop.journal.reader().zReport(TestShop.TILL, 1)).contains(z(shop, 0));
            assertThat(shop.verify()).isInstanceOf(Verification.Whole.class);
        }
        try (var shop = new TestShop(folder)) {
            assertThat(shop.perform(new Command.CopyZ(TestShop.TILL, 3))).isEqualTo("z-not-found");
            assertThat(shop.journal.books().till(TestShop.TILL).counters().copies())
                    .isEqualTo(1);
        }
    }

    @Test
    void aChainThatWasMadeAnewWithoutTheKeyIsNamedAtItsZ() throws SQLException {
        try (var shop = new TestShop(folder)) {
            shop.workADay(3);
        }
        rewriteFrom(4);
        var found = new Verifier(folder, TestShop::currency, _ -> {}).verify();
        assertThat(found)
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.fault()).isEqualTo(Verification.Fault.SEAL));
    }

    /// Changes an entry and hangs all that follow on it again, as somebody would who has the file but not the key.
    private void rewriteFrom(long sequence) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("DROP TRIGGER entry_is_never_changed");
            byte[] previous = new byte[0];
            try (var row = statement.executeQuery("SELECT hash FROM entry WHERE sequence = " + (sequence - 1))) {
                previous = row.getBytes(1);
            }
            try (var change = connection.prepareStatement("UPDATE entry SET hash = ?, body = ? WHERE sequence = ?")) {
                for (String body : bodies(connection, sequence)) {
                    var link = Chain.link(Hash.of(previous), body);
                    previous = link.hash().bytes();
                    change.setBytes(1, previous);
                    change.setString(2, body);
                    change.setLong(3, Envelope.read(body).sequence());
                    change.executeUpdate();
                }
            }
        }
    }

    private static List<String> bodies(Connection connection, long from) throws SQLException {
        var bodies = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT replace(body, '\"reference\":\"\"', '\"reference\":\"9\"') FROM entry WHERE sequence >= "
                                + from + " ORDER BY sequence")) {
            while (rows.next()) {
                bodies.add(rows.getString(1));
            }
        }
        return bodies;
    }
}
