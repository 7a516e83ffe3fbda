package org.countinghouse.app.backoffice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.countinghouse.app.backoffice.ShiftFold.Drawer;
import org.countinghouse.app.backoffice.ShiftStory.Count;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.shift.Shift;

/// The shifts of a period. Waits for the disk: never call it on the screen thread.
public final class ShopShifts {
    /// A shift with more entries is looked into on the page of all entries.
    static final int MOST = 10_000;

    private final Desk desk;
    private final Shop shop;
    private final LedgerPages pages;

    public ShopShifts(Desk desk, Shop shop) {
        this.desk = desk;
        this.shop = shop;
        this.pages = new LedgerPages(desk, shop.zone());
    }

    /// @param whole whether everything was read
    /// @param names of everybody who works or has worked here
    record Seen(List<ShiftStory> shifts, Map<String, Drawer> drawers, Map<String, String> names, boolean whole) {}

    /// @param blind whether who asks may not know what an open shift must hold: then it is not even looked up
    /// @param goOn told how much of a hundred is read; false stops
    Seen shifts(Period period, boolean blind, LongPredicate goOn) {
        var fold = new ShiftFold();
        boolean whole = pages.read(period, 0, page -> {
            page.entries().forEach(fold::add);
            return goOn.test(page.done());
        });
        return desk.ask(books -> new Seen(
                fold.stories().stream()
                        .map(story -> story.isClosed() ? story : standing(story, books, blind))
                        .toList(),
                fold.drawers(),
                books.people().stream().collect(Collectors.toMap(Person::employee, Person::name)),
                whole));
    }

    private ShiftStory standing(ShiftStory story, Books books, boolean blind) {
        Optional<Shift> found = books.find(story.shift()).filter(shift -> !shift.isClosed());
        return found.map(shift -> story.answeredBy(shift.life().answerable())
                        .standing(shift.state(), blind ? List.of() : counts(shift, books)))
                .orElse(story);
    }

    private List<Count> counts(Shift shift, Books books) {
        return shop.currencies().stream()
                .map(currency -> new Count(
                        books.expected(shift.id(), currency),
                        shift.counted().stream()
                                .map(Cash::amount)
                                .filter(amount -> amount.currency().equals(currency))
                                .findFirst()))
                .toList();
    }

    /// The entries of a shift, in order.
    List<Entry> entries(ShiftStory story) {
        var found = new ArrayList<Entry>();
        long at = story.first() - 1;
        while (found.size() < MOST) {
            var page = desk.entries(at, LedgerPages.PAGE);
            page.stream()
                    .filter(entry -> entry.shift().filter(story.shift()::equals).isPresent())
                    .forEach(found::add);
            if (page.isEmpty() || story.last() > 0 && page.getLast().sequence() >= story.last()) {
                break;
            }
            at = page.getLast().sequence();
        }
        return found;
    }

    LocalDate today() {
        return desk.today();
    }
}
