package org.countinghouse.app.count;

import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.resources.Language;

/// Counting this station's till and closing its shift.
public final class CloseShift {
    private final Desk desk;
    private final Shop shop;
    private final Papers papers;

    public CloseShift(Desk desk, Shop shop, Papers papers) {
        this.desk = desk;
        this.shop = shop;
        this.papers = papers;
    }

    Answer perform(Order order) {
        return desk.perform(order);
    }

    /// Expected and counted cash once a count is sealed. Before that nothing is computed and nothing is told.
    Optional<List<Counted>> comparison() {
        return desk.ask(books -> books.openShift(shop.till())
                .filter(shift -> shift.state() == Shift.State.COUNTED)
                .map(shift -> compared(books, shift)));
    }

    private static List<Counted> compared(Books books, Shift shift) {
        return shift.counted().stream()
                .map(cash -> new Counted(books.expected(shift.id(), cash.currency()), cash))
                .toList();
    }

    Notice print(Entry entry, Language language) {
        return papers.slip(entry, language).notice();
    }
}
