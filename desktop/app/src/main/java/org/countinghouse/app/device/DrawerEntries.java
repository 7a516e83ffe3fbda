package org.countinghouse.app.device;

import java.time.Duration;
import java.util.Optional;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DrawerWatch;
import org.countinghouse.device.DrawerWatch.Sighting;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.till.DrawerSeen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a drawer's sense wire tells, as entries: openings nobody here asked for, and a drawer that is
/// left open.
final class DrawerEntries {
    private static final Logger LOG = LoggerFactory.getLogger(DrawerEntries.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TOO_LONG = Duration.ofSeconds(60);

    private final Bridge.Books books;

    private DrawerEntries(Bridge.Books books) {
        this.books = books;
    }

    static DrawerWatch watched(CashDrawer drawer, Bridge.Books books) {
        return new DrawerWatch(drawer, LOOK_EVERY, TOO_LONG, new DrawerEntries(books)::write);
    }

    private void write(Sighting sighting) {
        what(sighting).ifPresent(what -> {
            var order = new Order(
                    books.ids().get(), Entry.STATION, Optional.empty(), new Command.SeeDrawer(books.till(), what));
            try {
                LOG.info("drawer: {}, {}", what, books.desk().perform(order));
            } catch (StationFault e) {
                // The next one is tried again; a drawer does not stop a station that cannot write.
                LOG.warn("that the drawer was {} could not be written", what, e);
            }
        });
    }

    private static Optional<DrawerSeen.What> what(Sighting sighting) {
        return switch (sighting) {
            case Sighting.FoundOpen() -> Optional.of(DrawerSeen.What.FOUND_OPEN);
            case Sighting.OpenedByKey() -> Optional.of(DrawerSeen.What.OPENED_BY_KEY);
            case Sighting.OpenTooLong _ -> Optional.of(DrawerSeen.What.LEFT_OPEN);
            // The entry it was opened for is there already.
            case Sighting.OpenedByUs _, Sighting.Shut _ -> Optional.empty();
        };
    }
}
