package org.countinghouse.app.backoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.entry.Entry;

/// Reads the entries of a period page by page, so that a ledger of many years never has to lie in memory. Waits for
/// the disk: never call it on the screen thread.
final class LedgerPages {
    /// So many are shown at once without the screen stopping.
    static final int PAGE = 2_000;

    /// A business date begins and ends within a day of the calendar's.
    private static final Duration CUT_OFF = Duration.ofDays(1);

    /// An entry belongs to the date its shift was opened on, however late it is made. Nobody keeps a shift so long.
    private static final Duration LONGEST_SHIFT = Duration.ofDays(14);

    private final Desk desk;
    private final ZoneId zone;

    LedgerPages(Desk desk, ZoneId zone) {
        this.desk = desk;
        this.zone = zone;
    }

    /// Some entries of a period.
    ///
    /// @param last the sequence that was read last, whether it is of the period or not
    /// @param done of every hundred entries that are to be read
    record Page(List<Entry> entries, long last, long done) {}

    /// @param after begins behind this sequence; 0 finds where the period begins
    /// @param told hears each page; false stops
    /// @return whether everything was read
    boolean read(Period period, long after, Predicate<Page> told) {
        Instant end = period.to().atStartOfDay(zone).toInstant().plus(CUT_OFF).plus(LONGEST_SHIFT);
        long last = desk.ask(Books::lastSequence);
        long first = after > 0 ? after : before(period.from(), last);
        long at = first;
        while (at < last) {
            var page = desk.entries(at, PAGE);
            if (page.isEmpty()) {
                return true;
            }
            at = page.getLast().sequence();
            boolean over = page.getLast().recordedAt().isAfter(end);
            var inside = page.stream()
                    .filter(entry -> period.holds(entry.businessDate()))
                    .toList();
            if (!told.test(new Page(inside, at, over ? 100 : 100 * (at - first) / Math.max(1, last - first)))) {
                return false;
            }
            if (over) {
                return true;
            }
        }
        return true;
    }

    /// Entries of every date up to the ledger's end: what is written down late names an earlier date than its own.
    ///
    /// @param from begins where this date can have begun
    /// @param told hears each page; false stops
    /// @return whether everything was read
    boolean readOn(LocalDate from, Predicate<Page> told) {
        long last = desk.ask(Books::lastSequence);
        long first = before(from, last);
        long at = first;
        while (at < last) {
            var page = desk.entries(at, PAGE);
            if (page.isEmpty()) {
                return true;
            }
            at = page.getLast().sequence();
            if (!told.test(new Page(page, at, 100 * (at - first) / Math.max(1, last - first)))) {
                return false;
            }
        }
        return true;
    }

    /// From the ledger's end to its beginning, the newest entry of each page first.
    boolean readBack(Predicate<Page> told) {
        long last = desk.ask(Books::lastSequence);
        for (long before = last; before > 0; before -= PAGE) {
            long after = Math.max(0, before - PAGE);
            var page = desk.entries(after, (int) (before - after)).reversed();
            if (!told.test(new Page(page, before, 100 * (last - after) / Math.max(1, last)))) {
                return false;
            }
        }
        return true;
    }

    /// The last sequence before the day this date can have begun on, by halves: moments grow with sequences.
    private long before(LocalDate from, long last) {
        Instant begin = from.atStartOfDay(zone).toInstant().minus(CUT_OFF);
        long low = 0;
        long high = last;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            var entry = desk.entries(middle - 1, 1);
            if (!entry.isEmpty() && entry.getFirst().recordedAt().isBefore(begin)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
