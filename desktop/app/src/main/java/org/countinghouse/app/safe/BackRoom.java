package org.countinghouse.app.safe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Change.Balance;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.ShopSetUp;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;
import org.countinghouse.ledger.safe.Transfer;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.ledger.till.TillId;

/// Where cash is that is not in a till, as far as who asks may read it.
public final class BackRoom {
    /// Bags are under way for days at most; before that nobody looks for when one was sent.
    private static final int MOST = 5_000;

    private final Desk desk;
    private final Shop shop;
    private final Supplier<List<DeviceHealth>> devices;

    /// @param devices of this station; may wait
    public BackRoom(Desk desk, Shop shop, Supplier<List<DeviceHealth>> devices) {
        this.desk = desk;
        this.shop = shop;
        this.devices = devices;
    }

    /// What lies in a place, one amount per currency.
    ///
    /// @param known the notes and coins the books know to lie there, one per currency
    record Holding(Account place, List<Money> cash, List<Pieces> known) {}

    /// A bag under way.
    ///
    /// @param cash empty for who may not read it
    /// @param since when it was sent, where the entries still tell
    record Bag(String number, Account from, Account to, List<Money> cash, String sentBy, Optional<Instant> since) {}

    /// @param holdings of safe, machines and tills; only those that may be read
    /// @param tills of the shop
    /// @param counted places that have a beginning or an over or short already
    /// @param connected whether a cash machine of this station moves cash by itself
    record Standing(
            List<Holding> holdings, List<Bag> bags, List<TillId> tills, Set<Account> counted, boolean connected) {
        static final Standing UNKNOWN = new Standing(List.of(), List.of(), List.of(), Set.of(), false);

        Optional<Bag> bag(String number) {
            return bags.stream().filter(bag -> bag.number().equals(number)).findFirst();
        }

        Optional<Holding> holding(Account place) {
            return holdings.stream()
                    .filter(holding -> holding.place().equals(place))
                    .findFirst();
        }
    }

    Standing standing(Person reader) {
        var sent = sent();
        boolean connected = devices.get().stream().anyMatch(device -> device.kind() == DeviceHealth.Kind.CASH_MACHINE);
        return desk.ask(books -> {
            var tills = books.shop().map(ShopSetUp::tills).orElse(List.of(shop.till()));
            return new Standing(
                    holdings(books, tills, reader),
                    books.bags().stream()
                            .map(bag -> bag(books, bag, reader, Optional.ofNullable(sent.get(bag.bag()))))
                            .toList(),
                    tills,
                    counted(books, tills),
                    connected);
        });
    }

    /// When each bag was sent the last time.
    private Map<String, Instant> sent() {
        long last = desk.ask(Books::lastSequence);
        var sent = new HashMap<String, Instant>();
        for (Entry entry : desk.entries(Math.max(0, last - MOST), MOST)) {
            if (entry.fact() instanceof TransferSent bag) {
                sent.put(bag.bag(), entry.recordedAt());
            }
        }
        return sent;
    }

    private List<Holding> holdings(Books books, List<TillId> tills, Person reader) {
        var places = new ArrayList<Account>();
        if (reader.may(Verb.READ_BALANCES)) {
            places.add(Account.SAFE);
            tills.stream()
                    .map(Account::machine)
                    .filter(machine ->
                            books.balances().stream().map(Balance::account).anyMatch(machine::equals))
                    .forEach(places::add);
        }
        if (reader.may(Verb.READ_BALANCES) && reader.may(Verb.READ_EXPECTED)) {
            tills.stream().map(Account::till).forEach(places::add);
        }
        return places.stream().map(place -> holding(books, place)).toList();
    }

    private Holding holding(Books books, Account place) {
        return new Holding(
                place,
                shop.currencies().stream()
                        .map(currency -> books.balance(place, currency))
                        .toList(),
                shop.currencies().stream()
                        .map(currency -> books.stock(place, currency))
                        .toList());
    }

    private static Bag bag(Books books, Transfer bag, Person reader, Optional<Instant> since) {
        List<Money> cash = reader.may(Verb.READ_BALANCES) && reader.may(Verb.READ_EXPECTED)
                ? bag.cash().stream().map(Cash::amount).toList()
                : List.of();
        String sentBy = books.person(bag.sentBy()).map(Person::name).orElse(bag.sentBy());
        return new Bag(bag.bag(), bag.from(), bag.to(), cash, sentBy, since);
    }

    private static Set<Account> counted(Books books, List<TillId> tills) {
        Predicate<Account> known =
                account -> books.balances().stream().map(Balance::account).anyMatch(account::equals);
        return Stream.concat(Stream.of(Account.SAFE), tills.stream().map(Account::machine))
                .filter(place -> known.test(Account.beginning(place)) || known.test(Account.overShort(place)))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    Answer perform(Order order) {
        return desk.perform(order);
    }

    Runnable watch(Consumer<List<Entry>> told) {
        return desk.watch(told);
    }
}
