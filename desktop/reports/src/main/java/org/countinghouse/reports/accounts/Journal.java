package org.countinghouse.reports.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.reports.accounts.Booking.Line;

/// The double entry of a period in the accountant's accounts: the one model every file is written from.
///
/// @param bookings in the order they are written
public record Journal(List<Booking> bookings) {
    public Journal {
        bookings = List.copyOf(bookings);
    }

    /// What one entry is in words.
    public interface Wording {
        String of(Entry entry);
    }

    /// One booking for each entry that moved something.
    public static Journal of(List<Entry> entries, AccountMap map, Wording words) {
        return new Journal(entries.stream()
                .flatMap(entry -> booking(entry, map, words).stream())
                .toList());
    }

    private static Optional<Booking> booking(Entry entry, AccountMap map, Wording words) {
        var lines = lines(entry.fact().postings(), map);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Booking(
                        entry.sequence(),
                        entry.sequence(),
                        bookedOn(entry),
                        entry.shift(),
                        Long.toString(entry.sequence()),
                        words.of(entry),
                        lines));
    }

    /// The day an entry is booked on. What was written down late, or takes back an entry, belongs to the day it names:
    /// its cash lies in the over or short of that day.
    public static LocalDate bookedOn(Entry entry) {
        return switch (entry.fact()) {
            case LateRecorded late -> late.date();
            case CorrectionMade made -> made.date();
            default -> entry.businessDate();
        };
    }

    private static List<Line> lines(List<Posting> postings, AccountMap map) {
        return summed(postings.stream()
                .map(posting -> new Line(
                        map.find(posting.account(), posting.amount().currency()).account(), posting.amount()))
                .toList());
    }

    /// One line for each account and currency; what comes to nothing falls away.
    private static List<Line> summed(List<Line> lines) {
        record Key(BookAccount account, Currency currency) {}
        var sums = new LinkedHashMap<Key, Money>();
        for (Line line : lines) {
            sums.merge(new Key(line.account(), line.amount().currency()), line.amount(), Money::plus);
        }
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> new Line(sum.getKey().account(), sum.getValue()))
                .toList();
    }

    /// What a shift did on a day in one currency becomes one booking, and what was in no shift another.
    ///
    /// @param words for people: what a booking of this shift and day is called
    Journal byShift(Summary words) {
        record Key(LocalDate date, String shift, String currency) {}
        var groups = new TreeMap<Key, List<Booking>>(
                Comparator.comparing(Key::date).thenComparing(Key::currency).thenComparing(Key::shift));
        for (Booking booking : bookings) {
            for (Booking part : byCurrency(booking)) {
                String shift = part.shift().map(ShiftId::toString).orElse("");
                String code = part.lines().getFirst().amount().currency().code();
                groups.computeIfAbsent(new Key(part.date(), shift, code), _ -> new ArrayList<>())
                        .add(part);
            }
        }
        return new Journal(groups.values().stream()
                .map(parts -> together(parts, words))
                .filter(booking -> !booking.lines().isEmpty())
                .toList());
    }

    interface Summary {
        /// @param entries the first and the last entry stand in the booking
        String of(Booking booking);
    }

    private static Booking together(List<Booking> parts, Summary words) {
        var first = parts.getFirst();
        var lines = summed(parts.stream().flatMap(part -> part.lines().stream()).toList());
        long from = parts.stream().mapToLong(Booking::first).min().orElseThrow();
        long to = parts.stream().mapToLong(Booking::last).max().orElseThrow();
        String currency = first.lines().getFirst().amount().currency().code();
        // A later difference of the same shift and day is a journal of its own.
        String reference = first.shift().map(ShiftId::toString).orElse("-") + " " + currency + " " + from + "-" + to;
        var bare = new Booking(from, to, first.date(), first.shift(), reference, "", lines);
        return new Booking(from, to, first.date(), first.shift(), reference, words.of(bare), lines);
    }

    private static List<Booking> byCurrency(Booking booking) {
        return booking.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> line.amount().currency(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(lines -> new Booking(
                        booking.first(),
                        booking.last(),
                        booking.date(),
                        booking.shift(),
                        booking.reference(),
                        booking.text(),
                        lines))
                .toList();
    }

    /// The part of it in one currency.
    Journal in(Currency currency) {
        return new Journal(bookings.stream()
                .flatMap(booking -> byCurrency(booking).stream())
                .filter(part -> part.lines().getFirst().amount().currency().equals(currency))
                .toList());
    }

    public List<Currency> currencies() {
        return bookings.stream()
                .flatMap(booking -> booking.lines().stream())
                .map(line -> line.amount().currency())
                .distinct()
                .toList();
    }

    /// @param credit positive
    public record Total(Money debit, Money credit) {
        public boolean isBalanced() {
            return debit.equals(credit);
        }
    }

    /// Debits and credits, one for each currency.
    public List<Total> totals() {
        return currencies().stream().map(this::total).toList();
    }

    private Total total(Currency currency) {
        Money debit = currency.zero();
        Money credit = currency.zero();
        for (Booking booking : bookings) {
            for (Line line : booking.lines()) {
                if (line.amount().currency().equals(currency)) {
                    debit = line.isDebit() ? debit.plus(line.amount()) : debit;
                    credit = line.isDebit() ? credit : credit.plus(line.amount().negated());
                }
            }
        }
        return new Total(debit, credit);
    }

    /// Whether debits equal credits in every currency, and in every booking alone.
    public boolean isBalanced() {
        return totals().stream().allMatch(Total::isBalanced)
                && bookings.stream()
                        .allMatch(booking ->
                                new Journal(List.of(booking)).totals().stream().allMatch(Total::isBalanced));
    }

    /// @param credit positive
    public record Balance(BookAccount account, Money debit, Money credit) {
        public Money net() {
            return debit.minus(credit);
        }
    }

    /// What each account moved, by code.
    public List<Balance> balances() {
        record Key(String code, String name, String currency) {}
        Map<Key, Balance> sums = new TreeMap<>(
                Comparator.comparing(Key::code).thenComparing(Key::name).thenComparing(Key::currency));
        for (Booking booking : bookings) {
            for (Line line : booking.lines()) {
                Money none = line.amount().currency().zero();
                var one = new Balance(
                        line.account(),
                        line.isDebit() ? line.amount() : none,
                        line.isDebit() ? none : line.amount().negated());
                sums.merge(
                        new Key(
                                line.account().code(),
                                line.account().name(),
                                none.currency().code()),
                        one,
                        (a, b) -> new Balance(
                                a.account(),
                                a.debit().plus(b.debit()),
                                a.credit().plus(b.credit())));
            }
        }
        return List.copyOf(sums.values());
    }
}
