package org.countinghouse.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.ledger.Change.Balance;
import org.countinghouse.ledger.Change.Figure;
import org.countinghouse.ledger.Change.Kept;
import org.countinghouse.ledger.Change.Stock;
import org.countinghouse.ledger.approval.Policy;
import org.countinghouse.ledger.approval.PolicySet;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.report.CopyPrinted;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.GrandTotal;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.report.XReported;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.safe.Transfer;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.shift.ShiftParked;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.countinghouse.ledger.shift.ShiftResumed;
import org.countinghouse.ledger.shift.ShiftSuspended;
import org.countinghouse.ledger.shift.TillHandedOver;
import org.countinghouse.ledger.shift.TillReceived;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.ledger.till.TillBook;
import org.countinghouse.ledger.till.TillId;

/// What the entries so far add up to: a fold, and nothing else. Holds what trading needs, so it stays small however
/// long the ledger grows: shifts leave it once a Z report has ended their period. Not safe for several threads.
public final class Books {
    private final Map<Account, Map<Currency, Money>> balances = new TreeMap<>(Comparator.comparing(Account::path));
    private final Map<Account, Map<Currency, Pieces>> stock = new TreeMap<>(Comparator.comparing(Account::path));
    private final Map<String, Figures> figures = new TreeMap<>();
    private final Map<ShiftId, Shift> shifts = new LinkedHashMap<>();
    private final Map<TillId, TillBook> tills = new TreeMap<>(Comparator.comparing(TillId::name));
    private final Map<String, Person> people = new TreeMap<>();
    private final Map<String, ExchangeRate> rates = new TreeMap<>();
    private final Map<String, ItemSet> items = new TreeMap<>();
    private final Map<String, Transfer> bags = new TreeMap<>();
    /// By the text of their id, which is in the order they were made.
    private final Map<String, OpenIntent> intents = new TreeMap<>();
    private Optional<ShopSetUp> shop = Optional.empty();
    private Policy policy = Policy.STANDARD;
    private long lastSequence;

    /// Takes an entry into the books and returns what it changed.
    ///
    /// @throws IllegalStateException when the entry does not follow the last one, or does not balance
    public Change apply(Entry entry) {
        if (entry.sequence() != lastSequence + 1) {
            throw new IllegalStateException("entry " + entry.sequence() + " cannot follow entry " + lastSequence);
        }
        List<Posting> postings = entry.fact().postings();
        requireBalanced(entry, postings);
        var changedBalances = new ArrayList<Balance>(postings.size());
        postings.forEach(posting -> changedBalances.add(post(posting)));
        var changedStock = new ArrayList<Stock>();
        entry.fact().pieces().forEach(move -> changedStock.addAll(move(move)));
        var changedFigures = tally(entry);
        var change = applyLife(entry, changedBalances, changedStock, changedFigures);
        lastSequence = entry.sequence();
        return change;
    }

    private static void requireBalanced(Entry entry, List<Posting> postings) {
        var sums = new LinkedHashMap<Currency, Money>();
        for (Posting posting : postings) {
            sums.merge(posting.amount().currency(), posting.amount(), Money::plus);
        }
        for (Money sum : sums.values()) {
            if (!sum.isZero()) {
                throw new IllegalStateException("the postings of " + entry.fact() + " do not balance: " + sums);
            }
        }
    }

    private Balance post(Posting posting) {
        Money balance = balances.computeIfAbsent(posting.account(), _ -> byCode())
                .merge(posting.amount().currency(), posting.amount(), Money::plus);
        return new Balance(posting.account(), balance);
    }

    private List<Stock> move(PieceMove move) {
        Currency currency = move.pieces().currency();
        Pieces held = stock.computeIfAbsent(move.place(), _ -> byCode()).merge(currency, move.pieces(), Pieces::plus);
        var changed = new ArrayList<Stock>();
        for (long denomination : move.pieces().counts().keySet()) {
            changed.add(new Stock(move.place(), currency.of(denomination), held.count(denomination)));
        }
        return changed;
    }

    private List<Figure> tally(Entry entry) {
        var changed = new ArrayList<Figure>();
        Optional<TillId> till = entry.fact().till();
        Optional<String> scope = entry.shift().map(Books::scope).or(() -> till.map(Books::betweenShifts));
        for (Tally tally : entry.fact().tallies()) {
            scope.ifPresent(of -> changed.add(add(of, tally)));
            if (GrandTotal.counts(tally.line())) {
                till.ifPresent(of -> changed.add(add(scope(of), tally)));
            }
        }
        return changed;
    }

    private Figure add(String scope, Tally tally) {
        return new Figure(
                scope, figures.computeIfAbsent(scope, _ -> new Figures()).add(tally));
    }

    private Change applyLife(
            Entry entry, List<Balance> changedBalances, List<Stock> changedStock, List<Figure> changedFigures) {
        Optional<Shift> shift = lifeOfShift(entry);
        Optional<TillBook> till = lifeOfTill(entry);
        Optional<Person> person = Staff.after(entry.fact(), people);
        person.ifPresent(changed -> people.put(changed.employee(), changed));
        Optional<Kept> kept = Optional.empty();
        switch (entry.fact()) {
            case ShopSetUp setUp -> shop = Optional.of(setUp);
            case PolicySet(var set) -> {
                policy = set;
                kept = Optional.of(new Kept.Allowed(set));
            }
            case RateSet set -> {
                ExchangeRate rate = set.since(entry.recordedAt());
                rates.put(pair(rate), rate);
                kept = Optional.of(new Kept.Rate(rate));
            }
            case ItemSet set -> {
                items.put(set.item(), set);
                kept = Optional.of(new Kept.Item(set));
            }
            case TransferSent sent -> {
                var transfer = new Transfer(sent.bag(), sent.from(), sent.to(), sent.cash(), entry.actor());
                bags.put(sent.bag(), transfer);
                kept = Optional.of(new Kept.Bag(sent.bag(), Optional.of(transfer)));
            }
            case TransferReceived received -> {
                bags.remove(received.bag());
                kept = Optional.of(new Kept.Bag(received.bag(), Optional.empty()));
            }
            case MachineStepped stepped -> kept = Optional.of(step(stepped));
            default -> {}
        }
        return new Change(
                changedBalances,
                changedStock,
                changedFigures,
                shift,
                till,
                person,
                entry.fact() instanceof ShopSetUp ? shop : Optional.empty(),
                kept);
    }

    private Kept step(MachineStepped stepped) {
        OpenIntent intent = OpenIntent.after(stepped);
        if (intent.stage().isSettled()) {
            intents.remove(intent.id().toString());
            return new Kept.Intent(intent.id(), Optional.empty());
        }
        intents.put(intent.id().toString(), intent);
        return new Kept.Intent(intent.id(), Optional.of(intent));
    }

    /// What an entry makes of the shift it is about.
    private Optional<Shift> lifeOfShift(Entry entry) {
        return switch (entry.fact()) {
            case ShiftOpened opened ->
                Optional.of(replace(Shift.opened(
                        opened.shift(), entry.businessDate(), entry.actor(), entry.recordedAt(), entry.sequence())));
            case TillCounted counted ->
                Optional.of(replace(
                        shift(counted.shift()).counted(counted.counted(), overShort(counted), counted.declared())));
            case ShiftSuspended suspended ->
                Optional.of(replace(shift(suspended.shift()).suspended()));
            case ShiftResumed resumed ->
                Optional.of(replace(shift(resumed.shift()).resumed()));
            case ShiftParked parked -> Optional.of(replace(shift(parked.shift()).parked()));
            case TillHandedOver handed ->
                Optional.of(replace(shift(handed.shift()).handedOver(handed.to(), handed.counted())));
            case TillReceived received ->
                Optional.of(replace(shift(received.shift()).received(received.by())));
            case ShiftClosed closed ->
                Optional.of(replace(shift(closed.shift()).closed(closed.counts(), entry.sequence())));
            default -> movedCash(entry);
        };
    }

    private List<Money> overShort(TillCounted counted) {
        return counted.counted().stream()
                .map(cash -> cash.amount().minus(expected(counted.shift(), cash.currency())))
                .toList();
    }

    /// What an entry makes of its till's book.
    private Optional<TillBook> lifeOfTill(Entry entry) {
        return switch (entry.fact()) {
            case ShiftOpened opened ->
                Optional.of(keep(till(opened.shift().till()).shiftOpened()));
            case ShiftClosed closed when shift(closed.shift()).life().parked() -> Optional.empty();
            case ShiftClosed closed ->
                Optional.of(keep(till(closed.shift().till()).shiftClosed(closed.shift())));
            case ShiftRecounted recounted ->
                Optional.of(keep(till(recounted.shift().till()).recounted()));
            case XReported x -> Optional.of(keep(till(x.at()).xTaken(x.number())));
            case CopyPrinted copy -> Optional.of(keep(till(copy.at()).copied(copy.copy())));
            case CorrectionMade made -> Optional.of(keep(till(made.at()).corrected(made.number())));
            case LateRecorded late -> Optional.of(keep(till(late.at()).corrected(late.number())));
            case ZReported z -> Optional.of(end(z, entry.sequence()));
            default -> Optional.empty();
        };
    }

    private Optional<Shift> movedCash(Entry entry) {
        return entry.shift()
                .map(shifts::get)
                .filter(shift -> shift.state() == Shift.State.COUNTED
                        && entry.fact().postings().stream()
                                .anyMatch(posting -> posting.account().equals(shift.place())))
                .map(shift -> replace(shift.moved()));
    }

    private TillBook end(ZReported z, long sequence) {
        for (ShiftId shift : z.shifts()) {
            shifts.remove(shift);
            figures.remove(scope(shift));
        }
        figures.remove(betweenShifts(z.at()));
        return keep(till(z.at()).zTaken(z.number(), sequence));
    }

    private TillBook keep(TillBook book) {
        tills.put(book.till(), book);
        return book;
    }

    private Shift replace(Shift shift) {
        shifts.put(shift.id(), shift);
        return shift;
    }

    private Shift shift(ShiftId id) {
        return Optional.ofNullable(shifts.get(id))
                .orElseThrow(() -> new IllegalStateException("the books know of no shift " + id));
    }

    private static <V> Map<Currency, V> byCode() {
        return new TreeMap<>(Comparator.comparing(Currency::code));
    }

    static String scope(ShiftId shift) {
        return "shift/" + shift;
    }

    static String scope(TillId till) {
        return "till/" + till;
    }

    /// What happened at a till outside any shift since its last Z report.
    static String betweenShifts(TillId till) {
        return "between/" + till;
    }

    /// The scopes whose lines a Z report takes out of the books: it holds them frozen.
    public static List<String> scopesEndedBy(ZReported z) {
        return Stream.concat(z.shifts().stream().map(Books::scope), Stream.of(betweenShifts(z.at())))
                .toList();
    }

    private static String pair(ExchangeRate rate) {
        return rate.one().currency() + "/" + rate.foreign();
    }

    public long lastSequence() {
        return lastSequence;
    }

    public Optional<ShopSetUp> shop() {
        return shop;
    }

    public Optional<Person> person(String employee) {
        return Optional.ofNullable(people.get(employee));
    }

    /// Everybody who works or has worked here.
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    public Money balance(Account account, Currency currency) {
        return balances.getOrDefault(account, Map.of()).getOrDefault(currency, currency.zero());
    }

    public List<Balance> balances() {
        var rows = new ArrayList<Balance>();
        balances.forEach(
                (account, byCurrency) -> byCurrency.values().forEach(amount -> rows.add(new Balance(account, amount))));
        return rows;
    }

    /// A currency the books hold anything of, by its code.
    public Optional<Currency> currency(String code) {
        return balances.values().stream()
                .flatMap(byCurrency -> byCurrency.keySet().stream())
                .filter(currency -> currency.code().equals(code))
                .findFirst();
    }

    /// The notes and coins the books know to lie in a place.
    public Pieces stock(Account place, Currency currency) {
        return stock.getOrDefault(place, Map.of()).getOrDefault(currency, Pieces.none(currency));
    }

    /// The till's book; a till never used has one with nothing in it.
    public TillBook till(TillId till) {
        return tills.getOrDefault(till, TillBook.unused(till));
    }

    /// The shift that has the till: open, counted, suspended or being handed over.
    public Optional<Shift> openShift(TillId till) {
        for (Shift shift : shifts.values()) {
            if (shift.hasTill() && shift.id().till().equals(till)) {
                return Optional.of(shift);
            }
        }
        return Optional.empty();
    }

    /// A shift no Z report has ended yet.
    public Optional<Shift> find(ShiftId shift) {
        return Optional.ofNullable(shifts.get(shift));
    }

    /// The shop's rate for another currency, where it has one.
    public Optional<ExchangeRate> rate(Currency own, Currency foreign) {
        return Optional.ofNullable(rates.get(own + "/" + foreign));
    }

    /// What was set last of each item, by its word; an item nobody has set is not among them.
    public List<ItemSet> items() {
        return List.copyOf(items.values());
    }

    public Policy policy() {
        return policy;
    }

    /// A bag under way.
    public Optional<Transfer> bag(String number) {
        return Optional.ofNullable(bags.get(number));
    }

    public List<Transfer> bags() {
        return List.copyOf(bags.values());
    }

    /// An intent of a cash machine that is not settled.
    public Optional<OpenIntent> intent(UUID id) {
        return Optional.ofNullable(intents.get(id.toString()));
    }

    /// The intents of cash machines that are not settled, the oldest first.
    public List<OpenIntent> intents() {
        return List.copyOf(intents.values());
    }

    /// What the cash machine at a till has moved and nobody has answered for, in each currency where there is any.
    public List<Money> owed(TillId till) {
        return balances.getOrDefault(Account.owed(till), Map.of()).values().stream()
                .filter(amount -> !amount.isZero())
                .toList();
    }

    /// The till's shifts since its last Z report, the oldest first.
    public List<Shift> unreported(TillId till) {
        return shifts.values().stream()
                .filter(shift -> shift.id().till().equals(till))
                .toList();
    }

    /// The figures of a shift no Z report has ended yet.
    public Figures figures(ShiftId shift) {
        return figures.getOrDefault(scope(shift), new Figures());
    }

    /// What must be in the till, by the formula and by the postings; they agree or the books are wrong.
    ///
    /// @throws IllegalStateException when they do not agree
    public Money expected(ShiftId shift, Currency currency) {
        Money posted = balance(find(shift).map(Shift::place).orElseGet(() -> Account.till(shift.till())), currency);
        Money formula = figures(shift).expected(currency);
        if (!posted.equals(formula)) {
            throw new IllegalStateException(
                    "shift " + shift + ": the postings and the formula differ by " + posted.minus(formula));
        }
        return posted;
    }

    public GrandTotal grandTotal(TillId till, Currency currency) {
        return GrandTotal.of(perpetual(till), currency);
    }

    /// The figures of what happened at a till outside any shift since its last Z report.
    public Figures between(TillId till) {
        return figures.getOrDefault(betweenShifts(till), new Figures());
    }

    /// Sales and refunds of a till since it was first used.
    public Figures perpetual(TillId till) {
        return figures.getOrDefault(scope(till), new Figures());
    }

    /// Everything the books hold, in a fixed order: what a store saves, and what two equal books agree on.
    public Snapshot snapshot() {
        var pieces = new ArrayList<Stock>();
        stock.forEach((place, byCurrency) -> byCurrency.forEach((currency, held) -> held.counts()
                .forEach((denomination, count) -> pieces.add(new Stock(place, currency.of(denomination), count)))));
        var sums = new ArrayList<Figure>();
        figures.forEach((scope, lines) -> lines.tallies().forEach(sum -> sums.add(new Figure(scope, sum))));
        return new Snapshot(
                lastSequence,
                balances(),
                pieces,
                sums,
                List.copyOf(shifts.values()),
                List.copyOf(tills.values()),
                people(),
                shop,
                List.copyOf(rates.values()),
                items(),
                bags(),
                intents(),
                policy);
    }

    /// Books as they were saved.
    public static Books of(Snapshot saved) {
        var books = new Books();
        books.lastSequence = saved.lastSequence();
        saved.balances()
                .forEach(row -> books.balances
                        .computeIfAbsent(row.account(), _ -> byCode())
                        .put(row.amount().currency(), row.amount()));
        saved.stock()
                .forEach(row -> books.stock
                        .computeIfAbsent(row.place(), _ -> byCode())
                        .merge(
                                row.denomination().currency(),
                                Pieces.of(
                                        row.denomination().currency(),
                                        Map.of(row.denomination().minorUnits(), row.pieces())),
                                Pieces::plus));
        saved.figures().forEach(row -> books.add(row.scope(), row.sum()));
        saved.shifts().forEach(books::replace);
        saved.tills().forEach(till -> books.tills.put(till.till(), till));
        saved.people().forEach(person -> books.people.put(person.employee(), person));
        books.shop = saved.shop();
        saved.rates().forEach(rate -> books.rates.put(pair(rate), rate));
        saved.items().forEach(item -> books.items.put(item.item(), item));
        saved.bags().forEach(bag -> books.bags.put(bag.bag(), bag));
        saved.intents().forEach(intent -> books.intents.put(intent.id().toString(), intent));
        books.policy = saved.policy();
        return books;
    }

    /// The books, written out.
    public record Snapshot(
            long lastSequence,
            List<Balance> balances,
            List<Stock> stock,
            List<Figure> figures,
            List<Shift> shifts,
            List<TillBook> tills,
            List<Person> people,
            Optional<ShopSetUp> shop,
            List<ExchangeRate> rates,
            List<ItemSet> items,
            List<Transfer> bags,
            List<OpenIntent> intents,
            Policy policy) {
        /// The same shop, people, tills, rates, items and limits, with no cash, no figures and no shift anywhere.
        public Snapshot withoutCash() {
            return new Snapshot(
                    lastSequence,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    tills,
                    people,
                    shop,
                    rates,
                    items,
                    List.of(),
                    List.of(),
                    policy);
        }
    }
}
