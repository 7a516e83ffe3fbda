package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.OverShort;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.CashRounding;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// A day in the shop as a table: one line for each thing that happens, the amount behind it. Runs on the true rules.
///
/// `sale 75.00 paid 100.00` gives change; `sale 9.99 card` is paid by card; `float`, `close` and `count` name
/// several currencies by `USD 10.00 KHR 4000`.
final class Day {
    static final Currency GBP = currency("GBP", 2, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1);
    static final Currency USD = currency("USD", 2, 10000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1);
    static final Currency KHR =
            currency(CashRounding.nearest(100), "KHR", 0, 50000, 20000, 10000, 5000, 1000, 500, 100);
    static final Currency JPY = currency("JPY", 0, 10000, 5000, 1000, 500, 100, 50, 10, 5, 1);
    static final Currency KWD = currency("KWD", 3, 20000, 10000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5);
    static final Currency CHF =
            currency(CashRounding.nearest(5), "CHF", 2, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5);
    static final TillId TILL = new TillId("1");

    private static final List<Currency> ALL = List.of(GBP, USD, KHR, JPY, KWD, CHF);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    final Books books = new Books();
    final List<Entry> entries = new ArrayList<>();
    LocalDate today = TODAY;
    private Optional<String> approver = Optional.empty();
    private final Currency main;
    private String actor = Entry.STATION;
    private List<String> said = List.of();

    private Day(Currency main) {
        this.main = main;
        give(new Command.SetUpShop(new ShopSetUp(
                "Test", ALL.stream().map(Currency::code).toList(), List.of(TILL, new TillId("2")), "UTC")));
        give(new Command.AddPerson(new PersonAdded("dara", "Dara", Role.CASHIER)));
        give(new Command.AddPerson(new PersonAdded("rith", "Rith", Role.CASHIER)));
        give(new Command.AddPerson(new PersonAdded("sok", "Sok", Role.MANAGER)));
        give(new Command.AddPerson(new PersonAdded("mey", "Mey", Role.MANAGER)));
        give(new Command.AddPerson(new PersonAdded("nary", "Nary", Role.OWNER)));
        actor = "dara";
    }

    static Day day(String table) {
        return new Day(GBP).then(table);
    }

    static Day day(Currency main, String table) {
        return new Day(main).then(table);
    }

    private static Currency currency(String code, int digits, long... denominations) {
        return currency(CashRounding.nearest(1), code, digits, denominations);
    }

    private static Currency currency(CashRounding rounding, String code, int digits, long... denominations) {
        return new Currency(
                code,
                digits,
                Arrays.stream(denominations)
                        .mapToObj(each -> new Denomination(each, Kind.COIN))
                        .toList(),
                rounding);
    }

    Day then(String table) {
        for (String line : table.strip().lines().toList()) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("as")) {
                actor = words[1];
            } else if (words[0].equals("approved-by")) {
                approver = Optional.of(words[1]);
            } else {
                said = happen(words);
                approver = Optional.empty();
            }
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
            case "refund-refund" ->
                give(new Command.Refund(TILL, one(words), Tender.CASH, Optional.of(last("refund-made")), "not-fresh"));
            case "paid-in" -> give(new Command.PayIn(TILL, one(words), word(words, 2), ""));
            case "paid-out" -> give(new Command.PayOut(TILL, one(words), word(words, 2), ""));
            case "no-sale" -> give(new Command.OpenDrawer(TILL, word(words, 1)));
            case "safe-drop" -> give(new Command.DropToSafe(TILL, one(words), "17"));
            case "float-loan" -> give(new Command.LoanFloat(TILL, one(words), ""));
            case "count" -> give(new Command.CountTill(TILL, cash(words)));
            case "close" -> give(new Command.CloseShift(TILL, cash(words), "18", false));
            case "close-with-z" -> give(new Command.CloseShift(TILL, cash(words), "18", true));
            case "z" -> give(new Command.TakeZ(TILL));
            case "x" -> give(new Command.TakeX(TILL));
            case "copy-z" -> give(new Command.CopyZ(TILL, Long.parseLong(words[1])));
            case "rate" -> give(rate(words));
            case "pay" -> give(paid(words));
            case "suspend" -> give(new Command.SuspendShift(TILL, word(words, 1)));
            case "resume" -> give(new Command.ResumeShift(TILL));
            case "park" -> give(new Command.ParkShift(TILL));
            case "count-parked" ->
                give(new Command.CountTill(TILL, Optional.of(ShiftId.parse(words[1])), cash(words, 2), List.of()));
            case "close-parked" ->
                give(new Command.CloseShift(
                        TILL, Optional.of(ShiftId.parse(words[1])), List.of(), "19", false, "", ""));
            case "count-with-card" ->
                give(new Command.CountTill(
                        TILL,
                        Optional.empty(),
                        List.of(one(words)),
                        List.of(Tendered.of(Tender.CARD, Money.parse(words[2], main)))));
            case "hand-over-to" -> handOver(words[1], cash(words, 2));
            case "take-over" -> give(new Command.TakeOver(TILL, cash(words)));
            case "recount" -> give(new Command.Recount(TILL, cash(words), "found-later", ""));
            case "send" ->
                give(new Command.SendBag(words[1], new Account(words[2]), new Account(words[3]), cash(words, 4), ""));
            case "receive" -> give(new Command.ReceiveBag(words[1], cash(words, 2), false, "4711"));
            case "return" -> give(new Command.ReceiveBag(words[1], cash(words, 2), true, ""));
            case "count-safe" -> give(new Command.CountPlace(Account.SAFE, cash(words), false, false));
            case "begin-safe" -> give(new Command.CountPlace(Account.SAFE, cash(words), true, false));
            case "begin-machine" -> give(new Command.CountPlace(Account.machine(TILL), cash(words), true, false));
            case "machine" -> give(new Command.CountPlace(Account.machine(TILL), cash(words), false, true));
            case "fill" -> give(new Command.MoveMachine(TILL, MachineMoved.Way.FILLED, one(words)));
            case "collect" -> give(new Command.MoveMachine(TILL, MachineMoved.Way.COLLECTED, one(words)));
            case "bank" -> give(new Command.DepositAtBank(one(words), word(words, 2)));
            case "correct" -> give(new Command.Correct(TILL, last(words[1]), "typed-wrong", word(words, 2)));
            case "late" ->
                give(new Command.RecordLate(
                        TILL,
                        LocalDate.parse(words[1]),
                        LateRecorded.What.valueOf(
                                words[2].toUpperCase(Locale.ROOT).replace('-', '_')),
                        Money.parse(words[3], main),
                        Tender.CASH,
                        "paper-book",
                        ""));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    /// Both count: this one seals it, and hands over what was counted.
    private List<String> handOver(String to, List<Cash> counted) {
        give(new Command.CountTill(TILL, counted));
        return give(new Command.HandOver(TILL, to, counted, "", ""));
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

    /// `rate USD KHR take 4100 give 4000 worth 4050`
    private static Command rate(String... words) {
        Currency own = named(words[1]);
        Currency foreign = named(words[2]);
        return new Command.SetRate(new RateSet(
                own.of(BigDecimal.ONE.movePointRight(own.digits()).longValueExact()),
                Money.parse(words[4], foreign),
                Money.parse(words[6], foreign),
                Money.parse(words[8], foreign),
                "bank"));
    }

    /// `pay 10.37 USD 20.00 change USD 9.00 KHR 2600`: cash given, and the change where it is told.
    private Command paid(String... words) {
        int change = Arrays.asList(words).indexOf("change");
        var given = Arrays.copyOf(words, change < 0 ? words.length : change);
        var back = change < 0 ? List.<Cash>of() : cash(words, change + 1);
        return new Command.Sell(
                TILL,
                Money.parse(words[1], main),
                List.of(),
                cash(given, 2).stream()
                        .map(cash -> new Tendered(Tender.CASH, cash))
                        .toList(),
                back,
                "");
    }

    /// The last entry of a kind.
    UUID last(String kind) {
        return entries.stream()
                .filter(entry -> entry.fact().kind().equals(kind))
                .toList()
                .getLast()
                .id();
    }

    private static Currency named(String code) {
        return ALL.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
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
        return cash(words, 1);
    }

    /// Amounts from a word on: one in the main currency, or each behind its code.
    private List<Cash> cash(String[] words, int from) {
        var cash = new ArrayList<Cash>();
        if (words.length == from + 1) {
            cash.add(Cash.of(Money.parse(words[from], main)));
        }
        for (int i = from; i + 1 < words.length; i += 2) {
            cash.add(Cash.of(Money.parse(words[i + 1], named(words[i]))));
        }
        return cash;
    }

    /// Gives a command; what comes of it is remembered in words.
    List<String> give(Command command) {
        var rules = new CashRules(books, new Circumstances(today, actor, approver, History.in(entries)));
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
                approver,
                fact);
        books.apply(entry);
        entries.add(entry);
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

    List<String> said() {
        return said;
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
