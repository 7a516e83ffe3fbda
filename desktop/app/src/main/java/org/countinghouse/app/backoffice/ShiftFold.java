package org.countinghouse.app.backoffice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.app.backoffice.ShiftStory.Count;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.countinghouse.ledger.shift.TillReceived;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.SaleMade;

/// Makes shifts of their entries, told in order.
final class ShiftFold {
    private final Map<ShiftId, ShiftStory> stories = new LinkedHashMap<>();
    private final Map<String, Drawer> drawers = new TreeMap<>();

    /// How often somebody sold, and opened the drawer without selling.
    record Drawer(long sales, long noSales) {
        /// No sales per hundred sales, in tenths; empty for somebody who sold nothing.
        Optional<Long> tenthsPerHundred() {
            return sales == 0 ? Optional.empty() : Optional.of(Math.multiplyExact(noSales, 1_000L) / sales);
        }
    }

    void add(Entry entry) {
        switch (entry.fact()) {
            case ShiftOpened opened -> stories.put(opened.shift(), opened(entry, opened));
            case TillReceived received ->
                stories.computeIfPresent(received.shift(), (_, story) -> story.answeredBy(received.by()));
            case ShiftClosed closed ->
                stories.computeIfPresent(
                        closed.shift(),
                        (_, story) -> story.closed(entry.recordedAt(), entry.sequence(), counts(closed)));
            case ShiftRecounted recounted ->
                stories.computeIfPresent(recounted.shift(), (_, story) -> story.countedAgain());
            case SaleMade _ -> drawer(entry, 1, 0);
            case NoSale _ -> drawer(entry, 0, 1);
            default -> {}
        }
    }

    private static ShiftStory opened(Entry entry, ShiftOpened opened) {
        return new ShiftStory(
                opened.shift(),
                entry.businessDate(),
                entry.sequence(),
                0,
                entry.actor(),
                entry.recordedAt(),
                Optional.empty(),
                entry.actor(),
                Shift.State.OPEN,
                List.of(),
                false);
    }

    private static List<Count> counts(ShiftClosed closed) {
        return closed.counts().stream()
                .map(each ->
                        new Count(each.expected(), Optional.of(each.counted().amount())))
                .toList();
    }

    private void drawer(Entry entry, long sales, long noSales) {
        drawers.merge(
                entry.actor(),
                new Drawer(sales, noSales),
                (one, other) -> new Drawer(one.sales + other.sales, one.noSales + other.noSales));
    }

    /// The oldest first.
    List<ShiftStory> stories() {
        return new ArrayList<>(stories.values());
    }

    Map<String, Drawer> drawers() {
        return Map.copyOf(drawers);
    }
}
