package org.countinghouse.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.countinghouse.ledger.CashRules;
import org.countinghouse.ledger.Circumstances;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Decision;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.LedgerAccepted;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.wire.Stream;

/// A small shop on a real ledger, for tests.
public final class TestShop implements AutoCloseable {
    public static final Currency GBP = new Currency(
            "GBP",
            2,
            List.of(
                    new Denomination(2000, Kind.NOTE),
                    new Denomination(1000, Kind.NOTE),
                    new Denomination(500, Kind.NOTE),
                    new Denomination(100, Kind.COIN),
                    new Denomination(50, Kind.COIN),
                    new Denomination(10, Kind.COIN)),
            1);
    public static final TillId TILL = new TillId("1");

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    public final Journal journal;
    private final DataFolder data;
    private final Path folder;
    private final Instant now;
    private long ids;

    public TestShop(Path folder) {
        this(folder, NOW);
    }

    TestShop(Path folder, Instant now) {
        this(folder, now, Optional.empty());
    }

    TestShop(Path folder, Instant now, Optional<Path> secondPlace) {
        this.now = now;
        this.folder = folder;
        this.data = DataFolder.take(folder);
        try {
            this.journal = Journal.open(
                    data,
                    TestShop::currency,
                    new Journal.Birth(
                            new Stream("test", "counter-1", 1), StationKey.in(folder), nextId(), NOW, TODAY, "test"),
                    secondPlace);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
        try {
            setUp();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void setUp() {
        ids = journal.books().lastSequence();
        if (journal.books().shop().isEmpty()) {
            perform(
                    Entry.STATION,
                    new Command.SetUpShop(new ShopSetUp("Test", List.of("GBP"), List.of(TILL), "Europe/London")));
        }
        if (journal.books().person("dara").isEmpty()) {
            perform(Entry.STATION, new Command.AddPerson(new PersonAdded("dara", "Dara", Role.MANAGER)));
        }
    }

    public static Currency currency(String code) {
        if (!code.equals("GBP")) {
            throw new IllegalArgumentException(code);
        }
        return GBP;
    }

    public static Money gbp(String decimal) {
        return Money.parse(decimal, GBP);
    }

    /// A float of 100.00, so many sales of 3.50, 0.50 short, everything above the float dropped, a Z.
    public void workADay(int sales) {
        open("100.00");
        for (int i = 0; i < sales; i++) {
            sell("3.50");
        }
        Money held = gbp("100.00").plus(gbp("3.50").times(sales)).minus(gbp("0.50"));
        perform(new Command.CountTill(TILL, List.of(Cash.of(held))));
        perform(new Command.CloseShift(TILL, List.of(Cash.of(held.minus(gbp("100.00")))), "bag-1", true));
    }

    void open(String amount) {
        perform(new Command.OpenShift(TILL, List.of(Cash.of(gbp(amount))), Optional.empty()));
    }

    UUID sell(String total) {
        UUID id = id(ids + 1);
        perform(new Command.Sell(
                TILL,
                gbp(total),
                List.of(),
                List.of(new Tendered(Tender.CASH, Cash.of(Pieces.of(GBP, Map.of(500L, 1L))))),
                Optional.of(Pieces.largestFirst(gbp("5.00").minus(gbp(total)))),
                ""));
        return id;
    }

    String refund(UUID sale, String amount) {
        return perform(new Command.Refund(TILL, Cash.of(gbp(amount)), Tender.CASH, Optional.of(sale), "stale"));
    }

    /// @return the refusal's code, or empty
    String perform(Command command) {
        return perform("dara", command);
    }

    private String perform(String actor, Command command) {
        return perform(
                actor, command, facts -> facts.stream().map(_ -> nextId()).toList());
    }

    /// Gives an order under an id of its own; an order of several facts counts on from it.
    ///
    /// @return the refusal's code, or empty
    /// @throws org.countinghouse.ledger.EntryGivenBefore when the same order was given before
    public String give(UUID first, Command command) {
        return perform(
                "dara",
                command,
                facts -> IntStream.range(0, facts.size())
                        .mapToObj(i -> new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() + i))
                        .toList());
    }

    private String perform(String actor, Command command, Function<List<Fact>, List<UUID>> ids) {
        var rules = new CashRules(journal.books(), new Circumstances(TODAY, actor, Optional.empty(), journal));
        return switch (rules.decide(command)) {
            case Decision.Refused refused -> refused.why().code();
            case Decision.Decided(var facts, var shift, var date) -> {
                journal.append(new Draft(facts, ids.apply(facts), now, date, shift, actor, Optional.empty()));
                yield "";
            }
        };
    }

    /// A manager accepts what the start found.
    void accept() {
        var doubt = journal.doubt().orElseThrow();
        var acceptance =
                new LedgerAccepted(doubt.fault().word(), doubt.sequence(), doubt.found(), doubt.expected(), "seen");
        journal.append(new Draft(
                List.of(acceptance), List.of(nextId()), now, TODAY, Optional.empty(), "sreymom", Optional.empty()));
    }

    public Verification verify() {
        return new Verifier(folder, TestShop::currency, _ -> {}).verify();
    }

    private UUID nextId() {
        return id(++ids);
    }

    private static UUID id(long number) {
        return new UUID(0x0192f0c87b1a7000L, 0x8000000000000000L | number);
    }

    @Override
    public void close() {
        try (data) {
            journal.close();
        }
    }
}
