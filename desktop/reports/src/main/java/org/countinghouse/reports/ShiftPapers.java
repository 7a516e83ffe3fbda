package org.countinghouse.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.OpeningFloat;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.TillId;

/// One closed shift, with all that was written during it.
///
/// @param entries in the ledger's order, from the shift's opening to its close and the Z report that ended it, where
///     there is one; entries of other tills between them are left out
/// @param head the head of the ledger when the shift was closed
/// @param program the version of the program that makes the papers
public record ShiftPapers(Letterhead letterhead, List<Entry> entries, LedgerHead head, String program) {
    /// The part of a shift an entry belongs to.
    enum Step {
        OPENING,
        TRADING,
        CLOSING
    }

    /// @throws IllegalArgumentException when the entries are not one whole closed shift, saying why
    public ShiftPapers {
        entries = List.copyOf(entries);
        requireOrder(entries);
        ShiftId shift = one(entries, ShiftOpened.class).shift();
        for (Entry entry : entries) {
            if (!belongs(entry, shift)) {
                throw new IllegalArgumentException(
                        "entry " + entry.sequence() + " (" + entry.fact().kind() + ") is not of shift " + shift);
            }
        }
        if (!(entries.getFirst().fact() instanceof ShiftOpened)) {
            throw new IllegalArgumentException(
                    "entry " + entries.getFirst().sequence() + " stands before shift " + shift + " was opened");
        }
        one(entries, ShiftClosed.class);
        one(entries, TillCounted.class);
    }

    private static void requireOrder(List<Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).sequence() <= entries.get(i - 1).sequence()) {
                throw new IllegalArgumentException("entry " + entries.get(i).sequence() + " stands after entry "
                        + entries.get(i - 1).sequence());
            }
        }
    }

    private static boolean belongs(Entry entry, ShiftId shift) {
        return entry.shift().filter(shift::equals).isPresent()
                || entry.fact() instanceof ZReported z && z.shifts().contains(shift);
    }

    /// The last fact of this type.
    private static <F extends Fact> F one(List<Entry> entries, Class<F> type) {
        return last(entries, type)
                .map(entry -> type.cast(entry.fact()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a closed shift: its " + Fact.kindOf(type) + " entry is missing"));
    }

    private static Optional<Entry> last(List<Entry> entries, Class<? extends Fact> type) {
        return entries.reversed().stream()
                .filter(entry -> type.isInstance(entry.fact()))
                .findFirst();
    }

    public ShiftId shift() {
        return opened().shift();
    }

    public TillId till() {
        return shift().till();
    }

    /// The Z report that ended the period of this shift, where it is among the entries.
    public Optional<ZReported> z() {
        return last(entries, ZReported.class).map(entry -> (ZReported) entry.fact());
    }

    /// The Z number as text; empty when no Z report was taken yet.
    String zNumber() {
        return z().map(z -> Long.toString(z.number())).orElse("");
    }

    Account account() {
        return Account.till(till());
    }

    ShiftOpened opened() {
        return (ShiftOpened) opening().fact();
    }

    ShiftClosed closed() {
        return one(entries, ShiftClosed.class);
    }

    TillCounted sealed() {
        return one(entries, TillCounted.class);
    }

    Entry opening() {
        return entries.getFirst();
    }

    Entry close() {
        return last(entries, ShiftClosed.class).orElseThrow();
    }

    /// What follows the last sealed count is the close: the rules void a count when cash moves after it.
    Step step(Entry entry) {
        if (entry.sequence() >= last(entries, TillCounted.class).orElseThrow().sequence()) {
            return Step.CLOSING;
        }
        return switch (entry.fact()) {
            case ShiftOpened _ -> Step.OPENING;
            case OverShortFound found ->
                switch (found.occasion()) {
                    case OPENING -> Step.OPENING;
                    case CLOSING, RECOUNT -> Step.CLOSING;
                    case HANDOVER -> Step.TRADING;
                };
            default -> Step.TRADING;
        };
    }

    /// The currencies of the shift, the shop's main one first; never none.
    List<Currency> currencies() {
        var used = new LinkedHashMap<String, Currency>();
        Stream.of(
                        opened().floats().stream()
                                .map(opening -> opening.counted().currency()),
                        closed().counts().stream().map(Counted::currency),
                        entries.stream()
                                .flatMap(entry -> entry.fact().postings().stream())
                                .map(posting -> posting.amount().currency()))
                .flatMap(currencies -> currencies)
                .forEach(currency -> used.putIfAbsent(currency.code(), currency));
        if (used.isEmpty()) {
            return List.of(letterhead.currencies().getFirst());
        }
        return Stream.concat(
                        letterhead.currencies().stream().filter(currency -> used.containsKey(currency.code())),
                        used.values().stream())
                .distinct()
                .toList();
    }

    Optional<OpeningFloat> floatOf(Currency currency) {
        return opened().floats().stream()
                .filter(opening -> opening.counted().currency().equals(currency))
                .findFirst();
    }

    Optional<Counted> countOf(Currency currency) {
        return closed().counts().stream()
                .filter(count -> count.currency().equals(currency))
                .findFirst();
    }

    /// What went to the safe at the close, after the count.
    List<Cash> closingDrops(Currency currency) {
        return entries.stream()
                .filter(entry -> step(entry) == Step.CLOSING)
                .flatMap(entry -> entry.fact() instanceof SafeDropped drop ? Stream.of(drop.amount()) : Stream.of())
                .filter(cash -> cash.currency().equals(currency))
                .toList();
    }

    Money closingDrop(Currency currency) {
        return closingDrops(currency).stream().map(Cash::amount).reduce(currency.zero(), Money::plus);
    }

    /// The ledger's own figures: frozen in the Z report where it is of this shift alone, else told by the entries.
    Figures figures() {
        return z().filter(z -> z.shifts().equals(List.of(shift())))
                .map(z -> Figures.of(z.figures()))
                .orElseGet(() -> Figures.of(entries.stream()
                        .flatMap(entry -> entry.fact().tallies().stream())
                        .toList()));
    }

    /// What the till moved by in one entry, per currency.
    Map<Currency, Money> moved(Entry entry) {
        var moved = new LinkedHashMap<Currency, Money>();
        entry.fact().postings().stream()
                .filter(posting -> posting.account().equals(account()))
                .forEach(posting -> moved.merge(posting.amount().currency(), posting.amount(), Money::plus));
        return moved;
    }
}
