package org.countinghouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.CashRules;
import org.countinghouse.ledger.Circumstances;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Decision;
import org.countinghouse.ledger.History;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.PersonAdded;
import org.countinghouse.ledger.people.Role;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;

/// A day in a shop, written down as a table and worked through the cash rules. Each line is what happens, an amount
/// with its currency, and words. An amount with a star has known pieces.
final class ShopDay {
    static final Currency GBP = currency("GBP", 2, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1);
    static final Currency USD = currency("USD", 2, 10000, 5000, 2000, 1000, 500, 100);
    static final Currency KHR = currency("KHR", 0, 100000, 50000, 20000, 10000, 5000, 2000, 1000, 500, 100);
    static final Currency KWD = currency("KWD", 3, 20000, 10000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5);
    static final TillId TILL = new TillId("1");
    static final String HASH = "a3f901bc77de".repeat(6).substring(0, 64);

    private static final Instant MORNING = Instant.parse("2026-11-20T00:40:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    final Books books = new Books();
    final List<Entry> entries = new ArrayList<>();
    private final List<Currency> currencies;
    private Instant now = MORNING;
    private String actor = Entry.STATION;

    private ShopDay(List<Currency> currencies) {
        this.currencies = currencies;
        perform(new Command.SetUpShop(new ShopSetUp(
                "Baguette & Co",
                currencies.stream().map(Currency::code).toList(),
                List.of(TILL, new TillId("2")),
                "Asia/Phnom_Penh")));
        perform(new Command.AddPerson(new PersonAdded("dara", "Dara Chan", Role.MANAGER)));
        actor = "dara";
    }

    static ShopDay of(String table, Currency... currencies) {
        var day = new ShopDay(List.of(currencies));
        table.lines().filter(line -> !line.isBlank()).forEach(day::happen);
        return day;
    }

    private static Currency currency(String code, int digits, long... faces) {
        return new Currency(
                code,
                digits,
                LongStream.of(faces)
                        .mapToObj(face -> new Denomination(face, Denomination.Kind.NOTE))
                        .toList(),
                1);
    }

    void happen(String line) {
        String[] words = line.strip().split("\\s+");
        String rest = words.length > 3 ? String.join(" ", List.of(words).subList(3, words.length)) : "";
        perform(
                switch (words[0]) {
                    case "open" -> new Command.OpenShift(TILL, all(words), Optional.empty());
                    case "count" -> new Command.CountTill(TILL, all(words));
                    case "close" -> new Command.CloseShift(TILL, all(words), "bag 17", true);
                    case "close-only" -> new Command.CloseShift(TILL, all(words), "bag 17", false);
                    case "z" -> new Command.TakeZ(TILL);
                    case "sale" -> sell(cash(words), rest);
                    case "refund" ->
                        new Command.Refund(
                                TILL, cash(words), Tender.of(words[3]).orElseThrow(), Optional.empty(), "stale bread");
                    case "paid-in" -> new Command.PayIn(TILL, cash(words), "change", rest);
                    case "paid-out" -> new Command.PayOut(TILL, cash(words), "milk", rest);
                    case "drop" -> new Command.DropToSafe(TILL, cash(words), rest);
                    case "loan" -> new Command.LoanFloat(TILL, cash(words), rest);
                    case "no-sale" -> new Command.OpenDrawer(TILL, "gave change");
                    default -> throw new IllegalArgumentException(line);
                });
    }

    /// `given 20` pays with a note of 20 in cash; otherwise the word is the tender, paid exactly.
    private Command sell(Cash total, String how) {
        if (how.startsWith("given ")) {
            Money given = Money.parse(how.substring("given ".length()), total.currency());
            return new Command.Sell(
                    TILL, total.amount(), List.of(), List.of(Tendered.of(Tender.CASH, given)), Optional.empty(), "");
        }
        Tender tender = Tender.of(how.isEmpty() ? "cash" : how).orElseThrow();
        return new Command.Sell(
                TILL,
                total.amount(),
                List.of(new SaleLine("croissant", 1, total.amount())),
                List.of(new Tendered(tender, total)),
                Optional.empty(),
                "T-007");
    }

    private List<Cash> all(String... words) {
        var all = new ArrayList<Cash>();
        for (int i = 1; i + 1 < words.length; i += 2) {
            all.add(cash("", words[i], words[i + 1]));
        }
        return all;
    }

    private Cash cash(String... words) {
        Currency currency = currencies.stream()
                .filter(each -> each.code().equals(words[2]))
                .findFirst()
                .orElseThrow();
        Money amount = Money.parse(words[1].replace("*", ""), currency);
        return words[1].endsWith("*") ? Cash.of(Pieces.largestFirst(amount)) : Cash.of(amount);
    }

    void perform(Command command) {
        Decision decision = new CashRules(
                        books, new Circumstances(TODAY, actor, Optional.empty(), History.in(List.of())))
                .decide(command);
        assertThat(decision).isInstanceOf(Decision.Decided.class);
        var decided = (Decision.Decided) decision;
        now = now.plus(Duration.ofMinutes(20));
        for (Fact fact : decided.facts()) {
            long sequence = entries.size() + 1;
            var entry = new Entry(
                    sequence,
                    new UUID(0x0193_4000_0000_7000L + sequence, 0x8000_0000_0000_0000L + sequence),
                    now,
                    decided.businessDate(),
                    decided.shift(),
                    actor,
                    fact.kind().equals("refund-made") ? Optional.of("sok") : Optional.empty(),
                    fact);
            books.apply(entry);
            entries.add(entry);
        }
    }

    Letterhead letterhead(Language language) {
        return new Letterhead(
                "Baguette & Co",
                ZoneId.of("Asia/Phnom_Penh"),
                currencies,
                Map.of("dara", "Dara Chan", "sok", "Sok Heng"),
                Texts.load(language));
    }

    Letterhead letterhead() {
        return letterhead(Language.ENGLISH);
    }

    LedgerHead head() {
        return new LedgerHead("counter-1", 1, entries.size(), HASH);
    }

    /// The entries of a shift of till 1.
    List<Entry> entriesOf(String shift) {
        return entries.stream()
                .filter(entry ->
                        entry.shift().filter(id -> id.toString().equals(shift)).isPresent())
                .toList();
    }

    ShiftPapers papers(Language language) {
        return new ShiftPapers(letterhead(language), entriesOf("1-1"), head(), "0.1.0");
    }

    ShiftPapers papers() {
        return papers(Language.ENGLISH);
    }

    Entry last(Class<? extends Fact> kind) {
        return entries.reversed().stream()
                .filter(entry -> kind.isInstance(entry.fact()))
                .findFirst()
                .orElseThrow();
    }
}
