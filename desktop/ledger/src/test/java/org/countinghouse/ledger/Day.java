package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// A day in the shop as a table: one line for each thing that happens, the amount behind it. Runs on the true rules.
///
/// `sale 75.00 paid 100.00` gives change; `sale 9.99 card` is paid by card; `float`, `close` and `count` name several
/// currencies by `USD 10.00 KHR 4000`.
final class Day {
    static final Currency GBP = currency("GBP", 2, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1);
    static final Currency USD = currency("USD", 2, 10000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1);
    static final Currency KHR = currency("KHR", 0, 50000, 20000, 10000, 5000, 1000, 500, 100);
    static final Currency JPY = currency("JPY", 0, 10000, 5000, 1000, 500, 100, 50, 10, 5, 1);
    static final Currency KWD = currency("KWD", 3, 20000, 10000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5);
    static final TillId TILL = new TillId("1");

    private static final List<Currency> ALL = List.of(GBP, USD, KHR, JPY, KWD);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    final Books books = new Books();
    final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, Money> refunded = new HashMap<>();
    private final Currency main;
    private String actor = Entry.STATION;
    private List<String> said = List.of();

    private Day(Currency main) {
        this.main = main;
        give(new Command.SetUpShop(new ShopSetUp(
                "Test", ALL.stream().map(Currency::code).toList(), List.of(TILL, new TillId("2")), "UTC")));
        give(new Command.AddPerson(new PersonAdded("dara", "Dara", Role.CASHIER)));
        actor = "dara";
    }

    static Day day(String table) {
        return new Day(GBP).then(table);
    }

    static Day day(Currency main, String table) {
        return new Day(main).then(table);
    }

    private static Currency currency(String code, int digits, long... denominations) {
        return new Currency(
                code,
                digits,
                Arrays.stream(denominations)
                        .mapToObj(each -> new Denomination(each, Kind.COIN))
                        .toList(),
                1);
    }

    Day then(String table) {
        for (String line : table.strip().lines().toList()) {
            said = happen(line.strip().split("\\s+"));
        }
        return this;
    }

    private List<String> happen(String... words) {
        return switch (words[0]) {
            case "float" -> give(new Command.OpenShift(TILL, cash(words), Optional.empty()));
            case "float-from-safe-nothing" -> give(new Command.OpenShift(TILL, cash(words), Optional.of(List.of())));
            case "sale" -> give(sale(words));
            case "refund" -> give(new Command.Refund(TILL, one(words), Tender.CASH, Optional.empty(), "not-fresh"));
            case "refund-last" ->
                give(new Command.Refund(TILL, one(words), Tender.CASH, Optional.of(lastSale()), "not-fresh"));
            case "paid-in" -> give(new Command.PayIn(TILL, one(words), word(words, 2), ""));
            case "paid-out" -> give(new Command.PayOut(TILL, one(words), word(words, 2), ""));
            case "no-sale" -> give(new Command.OpenDrawer(TILL, word(words, 1)));
            case "safe-drop" -> give(new Command.DropToSafe(TILL, one(words), "17"));
            case "float-loan" -> give(new Command.LoanFloat(TILL, one(words), ""));
            case "count" -> give(new Command.CountTill(TILL, cash(words)));
            case "close" -> give(new Command.CloseShift(TILL, cash(words), "18", false));
            case "close-with-z" -> give(new Command.CloseShift(TILL, cash(words), "18", true));
            case "z" -> give(new Command.TakeZ(TILL));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private Command sale(String... words) {
        Money total = Money.parse(words[1], main);
        if (words.length == 3) {
            return new Command.Sell(
                    TILL,
                    total,
                    List.of(),
                    List.of(Tendered.of(Tender.of(words[2]).orElseThrow(), total)),
                    Optional.empty(),
                    "");
        }
        Money paid = words.length == 4 ? Money.parse(words[3], main) : total;
        return new Command.Sell(TILL, total, List.of(), List.of(Tendered.of(Tender.CASH, paid)), Optional.empty(), "");
    }

    private UUID lastSale() {
        return entries.stream()
                .filter(entry -> entry.fact() instanceof SaleMade)
                .toList()
                .getLast()
                .id();
    }

    private static String word(String[] words, int at) {
        return words.length > at ? words[at] : "";
    }

    private Cash one(String... words) {
        return Cash.of(Money.parse(words[1], main));
    }

    private List<Cash> cash(String... words) {
        var cash = new ArrayList<Cash>();
        if (words.length == 2) {
            cash.add(one(words));
        }
        for (int i = 1; i + 1 < words.length; i += 2) {
            String code = words[i];
            Currency currency = ALL.stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElseThrow();
            cash.add(Cash.of(Money.parse(words[i + 1], currency)));
        }
        return cash;
    }

    /// Gives a command; what comes of it is remembered in words.
    List<String> give(Command command) {
        var rules = new CashRules(books, new Circumstances(TODAY, actor, Optional.empty(), this::refundable));
        return switch (rules.decide(command)) {
            case Decision.Refused refused -> List.of("refused " + refused.why().code());
            case Decision.Decided decided -> {
                decided.facts().forEach(fact -> write(fact, decided));
                yield decided.facts().stream()
                        .flatMap(fact -> words(fact).stream())
                        .toList();
            }
        };
    }

    private void write(Fact fact, Decision.Decided decided) {
        var entry = new Entry(
                books.lastSequence() + 1,
                new UUID(7, books.lastSequence() + 1),
                NOW,
                decided.businessDate(),
                decided.shift(),
                actor,
                Optional.empty(),
                fact);
        books.apply(entry);
        entries.add(entry);
        if (fact instanceof RefundMade refund) {
            refund.sale().ifPresent(sale -> refunded.merge(sale, refund.amount().amount(), Money::plus));
        }
    }

    private Optional<Money> refundable(UUID sale) {
        return entries.stream()
                .filter(entry -> entry.id().equals(sale) && entry.fact() instanceof SaleMade)
                .map(entry -> ((SaleMade) entry.fact()).total())
                .map(total ->
                        total.minus(refunded.getOrDefault(sale, total.currency().zero())))
                .findFirst();
    }

    private static List<String> words(Fact fact) {
        return fact instanceof ShiftClosed closed
                ? closed.counts().stream()
                        .flatMap(count -> words(count).stream())
                        .toList()
                : List.of(fact.kind());
    }

    private static List<String> words(Counted count) {
        String code = count.currency().equals(GBP) ? "" : count.currency() + " ";
        return List.of(
                code + "expected " + count.expected().decimal(),
                code + OverShort.of(count.overShort()).name().toLowerCase(Locale.ROOT) + " "
                        + count.overShort().absolute().decimal());
    }

    void endsWith(String... words) {
        assertThat(said).contains(words);
    }

    Money expected(Currency currency) {
        return books.expected(books.openShift(TILL).orElseThrow().id(), currency);
    }

    <F extends Fact> List<F> facts(Class<F> type) {
        return entries.stream()
                .map(Entry::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
