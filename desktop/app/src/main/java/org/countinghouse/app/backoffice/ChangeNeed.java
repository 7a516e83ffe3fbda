package org.countinghouse.app.backoffice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleMade;

/// Which notes and coins a day needs for change: of each, the median of what was given on the same weekday of the
/// weeks before. A single feast day moves it little.
final class ChangeNeed {
    /// A season, and not a year.
    static final int WEEKS = 6;

    private final Currency currency;
    private final LocalDate day;
    private final Set<LocalDate> days = new HashSet<>();
    private final Map<LocalDate, Map<Long, Long>> given = new HashMap<>();
    private long untold;

    /// @param day for which it is
    ChangeNeed(Currency currency, LocalDate day) {
        this.currency = currency;
        this.day = day;
    }

    /// The dates that are looked at lie in it.
    Period period() {
        return new Period(day.minusWeeks(WEEKS), day.minusWeeks(1));
    }

    void add(Entry entry) {
        LocalDate date = entry.businessDate();
        boolean same = period().holds(date) && date.getDayOfWeek() == day.getDayOfWeek();
        if (same && entry.fact() instanceof SaleMade sale) {
            days.add(date);
            Stream.concat(Stream.of(sale.change()), sale.settlement().change().stream())
                    .filter(change -> change.currency().equals(currency)
                            && change.amount().isPositive())
                    .forEach(change -> add(date, change));
        }
    }

    private void add(LocalDate date, Cash change) {
        if (change.pieces().isEmpty()) {
            untold++;
        }
        var counts = given.computeIfAbsent(date, _ -> new HashMap<>());
        change.pieces()
                .ifPresent(
                        pieces -> pieces.counts().forEach((face, count) -> counts.merge(face, count, Math::addExact)));
    }

    /// So many of those days had sales.
    int days() {
        return days.size();
    }

    /// So many times nobody told in which pieces the change was given.
    long untold() {
        return untold;
    }

    /// How many pieces of a kind; half a piece is a whole one. A day with sales on which none was given counts as none.
    long pieces(Money worth) {
        if (days.isEmpty()) {
            return 0;
        }
        List<Long> doubled = days.stream()
                .map(date ->
                        Math.multiplyExact(2, given.getOrDefault(date, Map.of()).getOrDefault(worth.minorUnits(), 0L)))
                .toList();
        return (Medians.median(doubled) + 1) / 2;
    }
}
