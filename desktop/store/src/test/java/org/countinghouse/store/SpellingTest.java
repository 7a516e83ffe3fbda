package org.countinghouse.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Sha256;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.report.LedgerExported;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.WireException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The fast spelling of facts says what Jackson says, to the byte, and reads it back the same.
class SpellingTest {
    @TempDir
    Path folder;

    private final FactCodec codec = new FactCodec(TestShop::currency);

    @Test
    void everyEntryIsWrittenToTheByteAsJacksonWritesIt() {
        try (var shop = new TestShop(folder)) {
            for (Entry entry : aFullDay(shop)) {
                var stream = shop.journal.stream();
                assertThat(codec.canonical(stream, entry))
                        .isEqualTo(codec.envelope(stream, entry).canonical());
            }
        }
    }

    @Test
    void everyEntryIsReadAsJacksonReadsIt() {
        try (var shop = new TestShop(folder)) {
            aFullDay(shop);
            for (Link link : shop.journal.reader().links(0, 1_000)) {
                assertThat(codec.canonicalEntry(link.body().getBytes(UTF_8), shop.journal.stream()))
                        .isEqualTo(codec.entry(Envelope.read(link.body())));
            }
        }
    }

    @Test
    void whatASaleNeedsHasASpelling() {
        try (var shop = new TestShop(folder)) {
            var kinds = new TreeSet<String>();
            aFullDay(shop).forEach(entry -> kinds.add(entry.fact().kind()));
            assertThat(kinds)
                    .contains(
                            "sale-made",
                            "shift-opened",
                            "till-counted",
                            "z-reported",
                            "refund-made",
                            "ledger-exported");
            assertThat(codec.spelled()).containsAll(kinds);
        }
    }

    @Test
    void aFieldThisProgramDoesNotKnowIsLeftToJackson() {
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            shop.sell("3.50");
            String body = shop.journal.reader().links(0, 100).getLast().body();
            String newer = body.replace("\"payload\":{", "\"payload\":{\"alms\":1,");
            assertThatThrownBy(() -> codec.canonicalEntry(newer.getBytes(UTF_8), shop.journal.stream()))
                    .isInstanceOf(WireException.class);
            assertThat(codec.entry(Envelope.read(newer))).isEqualTo(codec.entry(Envelope.read(body)));
        }
    }

    @Test
    void postingsThatAreNotTheFactsAreLeftToTheSlowReader() {
        try (var shop = new TestShop(folder)) {
            shop.open("100.00");
            shop.sell("3.50");
            String body = shop.journal.reader().links(0, 100).getLast().body();
            String other = body.replace("[\"sales\",\"GBP\",-350]", "[\"sales\",\"GBP\",-351]");
            assertThat(other).isNotEqualTo(body);
            assertThatThrownBy(() -> codec.canonicalEntry(other.getBytes(UTF_8), shop.journal.stream()))
                    .isInstanceOf(WireException.class);
        }
    }

    private static List<Entry> aFullDay(TestShop shop) {
        var hash = new Sha256("0a".repeat(32));
        assertThat(shop.perform(new Command.RecordExport(new LedgerExported(
                        "journal-xero",
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-11-30"),
                        Optional.of(new ShiftId(TestShop.TILL, 1)),
                        0,
                        2,
                        1,
                        hash,
                        List.of(new LedgerExported.File("journal.csv", hash))))))
                .isEmpty();
        shop.perform(new Command.AddPerson(new PersonAdded("dara", "ដារ៉ា \"D\"", Role.CASHIER)));
        shop.perform(new Command.SetItem(new ItemSet(
                "coffee",
                List.of(new ItemSet.Name("en", "Coffee"), new ItemSet.Name("km", "កាហ្វេ")),
                List.of(TestShop.gbp("2.50")),
                true)));
        shop.open("100.00");
        var sale = shop.sell("3.50");
        shop.perform(new Command.Sell(
                TestShop.TILL,
                TestShop.gbp("9.00"),
                List.of(new SaleLine("កាហ្វេ\n", 2, TestShop.gbp("4.50"))),
                List.of(
                        Tendered.of(Tender.MOBILE_MONEY, TestShop.gbp("4.00")),
                        new Tendered(Tender.CASH, Cash.of(Pieces.of(TestShop.GBP, Map.of(500L, 1L))))),
                Optional.empty(),
                "ticket \\ 7"));
        shop.refund(sale, "1.00");
        shop.perform(new Command.PayOut(TestShop.TILL, Cash.of(TestShop.gbp("2.00")), "milk", "two pints"));
        shop.perform(new Command.PayIn(TestShop.TILL, Cash.of(TestShop.gbp("2.50")), "change-found", ""));
        shop.perform(new Command.OpenDrawer(TestShop.TILL, "change"));
        shop.perform(new Command.DropToSafe(TestShop.TILL, Cash.of(TestShop.gbp("20.00")), "17"));
        shop.perform(new Command.LoanFloat(TestShop.TILL, Cash.of(TestShop.gbp("5.00")), ""));
        shop.perform(new Command.DepositAtBank(Cash.of(TestShop.gbp("5.00")), "8"));
        shop.perform(new Command.CountTill(TestShop.TILL, List.of(Cash.of(TestShop.gbp("92.00")))));
        shop.perform(new Command.CloseShift(TestShop.TILL, List.of(Cash.of(TestShop.gbp("1.00"))), "9", true));
        return new ArrayList<>(shop.journal.reader().entries(0, 1_000));
    }
}
