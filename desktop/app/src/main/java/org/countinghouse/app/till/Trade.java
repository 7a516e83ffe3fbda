package org.countinghouse.app.till;

import java.util.HashMap;
import java.util.Optional;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.Papers;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.Opening;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.Language;

/// Trading at this station's till: what happened is written first; the drawer and the printer come after.
public final class Trade {
    private final Desk desk;
    private final Shop shop;
    private final Optional<CashDrawer> drawer;
    private final Papers papers;

    public Trade(Desk desk, Shop shop, Optional<CashDrawer> drawer, Papers papers) {
        this.desk = desk;
        this.shop = shop;
        this.drawer = drawer;
        this.papers = papers;
    }

    Answer perform(Order order) {
        return desk.perform(order);
    }

    /// What holds for paying in this currency and the shop's others.
    Terms terms(Currency own) {
        return desk.ask(books -> {
            var stock = new HashMap<Currency, Pieces>();
            shop.currencies().forEach(each -> stock.put(each, books.stock(Account.till(shop.till()), each)));
            return new Terms(
                    shop.currencies().stream()
                            .filter(other -> !other.equals(own))
                            .flatMap(other -> books.rate(own, other).stream())
                            .toList(),
                    stock,
                    books.people().stream()
                            .filter(person -> person.may(Verb.SET_RATE))
                            .map(Person::name)
                            .toList());
        });
    }

    /// The sale with this number, if there is one.
    Optional<Entry> sale(long number) {
        if (number < 1) {
            return Optional.empty();
        }
        return desk.entries(number - 1, 1).stream()
                .filter(entry -> entry.sequence() == number && entry.fact() instanceof SaleMade)
                .findFirst();
    }

    /// Opens the drawer, and says what the person must know about it.
    Optional<Notice> openDrawer() {
        return drawer.flatMap(each -> about(each.open()));
    }

    private static Optional<Notice> about(Opening opening) {
        return switch (opening) {
            case Opening.Opened() -> Optional.empty();
            case Opening.AlreadyOpen() -> Optional.of(Notice.of(Tone.INFO, "device.drawer.alreadyOpen"));
            case Opening.Unconfirmed(var why) ->
                switch (why) {
                    case NO_SENSE_WIRE -> Optional.empty();
                    case SENSE_DID_NOT_CHANGE -> Optional.of(Notice.of(Tone.WARNING, "device.drawer.unconfirmed"));
                };
            case Opening.NoAnswer _ -> Optional.of(Notice.of(Tone.WARNING, "device.drawer.failed"));
        };
    }

    Notice print(Entry entry, Language language) {
        return papers.slip(entry, language).notice();
    }
}
