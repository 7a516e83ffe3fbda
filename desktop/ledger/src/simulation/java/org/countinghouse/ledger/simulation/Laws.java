package org.countinghouse.ledger.simulation;

import static org.countinghouse.ledger.simulation.BrokenLaw.unless;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.entry.ClockJumped;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.entry.StreamOpened;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillId;

/// What holds of every ledger, found by going through its entries and its books and nothing else.
final class Laws {
    private static final Duration BACKWARDS_TOLERANCE = Duration.ofSeconds(5);

    private final List<Entry> entries;
    private final Collection<List<Entry>> standing;
    private final Books books;

    /// @param standing the entries each order led to that was acknowledged, or found after a crash
    Laws(List<Entry> entries, Collection<List<Entry>> standing, Books books) {
        this.entries = entries;
        this.standing = standing;
        this.books = books;
    }

    void check() {
        Set<UUID> ids = new HashSet<>();
        var shifts = new ShiftLaws();
        var reports = new ReportLaws();
        var machines = new MachineLaws();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            unless(entry.sequence() == i + 1, "sequences have no gap", entry);
            unless(ids.add(entry.id()), "an id is there once", entry);
            if (i > 0) {
                checkTime(entries.get(i - 1), entry);
            }
            checkBalanced(entry);
            shifts.check(entry);
            reports.check(entry, shifts.closed());
            machines.check(entry);
        }
        checkOrders();
        checkBooks();
        machines.checkOwed(books);
    }

    /// Every order that stands is there once, as it was answered, and nothing is there that nobody ordered.
    private void checkOrders() {
        long ordered = 0;
        for (List<Entry> order : standing) {
            int first = (int) order.getFirst().sequence() - 1;
            unless(
                    first + order.size() <= entries.size()
                            && entries.subList(first, first + order.size()).equals(order),
                    "what was acknowledged is there",
                    order);
            ordered += order.size();
        }
        long ownAccord = entries.stream()
                .filter(entry -> entry.fact() instanceof ClockJumped || entry.fact() instanceof StreamOpened)
                .count();
        unless(ordered + ownAccord == entries.size(), "every entry was ordered once");
    }

    private static void checkTime(Entry before, Entry entry) {
        boolean back = entry.recordedAt().isBefore(before.recordedAt().minus(BACKWARDS_TOLERANCE));
        unless(!back || entry.fact() instanceof ClockJumped, "time goes back only by an entry", entry);
    }

    private static void checkBalanced(Entry entry) {
        var sums = new HashMap<String, Long>();
        for (Posting posting : entry.fact().postings()) {
            sums.merge(posting.amount().currency().code(), posting.amount().minorUnits(), Math::addExact);
        }
        unless(sums.values().stream().allMatch(sum -> sum == 0), "postings are zero-sum per currency", entry);
    }

    /// All there is adds up to nothing in every currency, and what is under way is under way.
    private void checkBooks() {
        var sums = new HashMap<String, Long>();
        for (var balance : books.balances()) {
            sums.merge(balance.amount().currency().code(), balance.amount().minorUnits(), Math::addExact);
            if (balance.account().path().startsWith("transit/")
                    && !balance.amount().isZero()) {
                unless(isUnderWay(balance.account().path()), "only what is under way is in transit", balance);
            }
        }
        unless(sums.values().stream().allMatch(sum -> sum == 0), "the books add up to nothing", sums);
    }

    private boolean isUnderWay(String account) {
        String what = account.substring(account.indexOf('/') + 1);
        String name = what.substring(what.indexOf('-') + 1);
        return switch (what.substring(0, what.indexOf('-'))) {
            case "bag" -> books.bag(name).isPresent();
            case "till" ->
                books.openShift(new TillId(name))
                        .filter(shift -> shift.state() == Shift.State.HANDED_OVER)
                        .isPresent();
            case "shift" ->
                books.find(ShiftId.parse(name))
                        .filter(shift -> shift.life().parked() && !shift.isClosed())
                        .isPresent();
            // Whatever it is: MachineLaws adds it up.
            case "machine" -> true;
            default -> false;
        };
    }
}
