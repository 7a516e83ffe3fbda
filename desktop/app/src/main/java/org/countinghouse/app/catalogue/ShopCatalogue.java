package org.countinghouse.app.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.Catalogue;
import org.countinghouse.app.shell.Catalogue.Listed;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Order;

/// The shop's items, written one by one. What was changed since somebody saw it is never written over.
public final class ShopCatalogue {
    private final Desk desk;
    private final Catalogue file;

    public ShopCatalogue(Desk desk, Shop shop) {
        this.desk = desk;
        this.file = Catalogue.of(shop.items());
    }

    /// A change and the order that writes it.
    record Ordered(ItemChange change, Order order) {}

    /// @param written the words of those that stand in the ledger now
    /// @param stopped why the others do not; empty when all do
    record Outcome(List<String> written, Optional<Stop> stopped) {}

    /// @param word of the item at which it stopped
    record Stop(String word, Reason reason) {}

    sealed interface Reason {
        record Refused(Notice why) implements Reason {}

        /// Somebody set the item after it was seen.
        record ChangedMeanwhile() implements Reason {}
    }

    /// Writes one after the other, and nothing after one that cannot be written.
    Outcome write(List<Ordered> orders) {
        var written = new ArrayList<String>();
        for (Ordered each : orders) {
            Optional<Reason> stopped = write(each);
            if (stopped.isPresent()) {
                return new Outcome(
                        written, stopped.map(reason -> new Stop(each.change().word(), reason)));
            }
            written.add(each.change().word());
        }
        return new Outcome(written, Optional.empty());
    }

    private Optional<Reason> write(Ordered each) {
        var change = each.change();
        Optional<Listed> now = file.with(desk.ask(Books::items)).find(change.word());
        // What is wanted already is what an order leaves that was given before.
        boolean given = now.equals(wanted(change));
        if (!given && !now.equals(change.seen())) {
            return Optional.of(new Reason.ChangedMeanwhile());
        }
        return Notice.about(desk.perform(each.order())).map(Reason.Refused::new);
    }

    private static Optional<Listed> wanted(ItemChange change) {
        return new Catalogue(List.of()).with(List.of(change.wanted())).find(change.word());
    }
}
