package org.countinghouse.app.backoffice;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.ledger.entry.Entry;

/// The entries of the trading day that is on.
public final class TodaysEntries {
    /// No counter makes more entries in a day; older ones are for the search of the back office.
    private static final int MOST = 5_000;

    private final Desk desk;

    public TodaysEntries(Desk desk) {
        this.desk = desk;
    }

    /// The newest first.
    List<Entry> entries() {
        long last = desk.ask(books -> books.lastSequence());
        var tail = desk.entries(Math.max(0, last - MOST), MOST);
        if (tail.isEmpty()) {
            return List.of();
        }
        LocalDate today = tail.getLast().businessDate();
        return tail.reversed().stream()
                .filter(entry -> entry.businessDate().equals(today))
                .toList();
    }

    Runnable watch(Consumer<List<Entry>> told) {
        return desk.watch(told);
    }
}
