package org.countinghouse.ledger.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.catalogue.ItemSet;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// What people do, drawn from a seed: mostly sensible, and sometimes nonsense in any part of it.
final class Chance {
    private static final int ONE_IN_NONSENSE = 25;

    private final SplittableRandom random;
    private final SimulatedShop shop;
    private final List<UUID> orders = new ArrayList<>();
    private final List<UUID> sales = new ArrayList<>();

    Chance(long seed, SimulatedShop shop) {
        this.random = new SplittableRandom(seed);
        this.shop = shop;
    }

    SimulatedShop shop() {
        return shop;
    }

    /// One time in so many.
    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    boolean nonsense() {
        return oneIn(ONE_IN_NONSENSE);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// A UUID version 7 with room to count on from.
    UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() >>> 8 | Long.MIN_VALUE);
    }

    /// An order that stands, so that it may be answered by a later one.
    void remember(UUID order, boolean sale) {
        orders.add(order);
        if (sale) {
            sales.add(order);
        }
    }

    /// What somebody says was wrong.
    UUID wrong() {
        return orders.isEmpty() || nonsense() ? id() : any(orders);
    }

    Optional<UUID> sale() {
        if (sales.isEmpty() || oneIn(2)) {
            return nonsense() ? Optional.of(wrong()) : Optional.empty();
        }
        return Optional.of(any(sales));
    }

    TillId till() {
        return nonsense() ? new TillId("none") : any(shop.tills());
    }

    String person() {
        return nonsense() ? "stranger" : any(shop.people()).employee();
    }

    Optional<String> approver() {
        return oneIn(3) ? Optional.of(person()) : Optional.empty();
    }

    String reason() {
        return nonsense() ? " " : any(List.of("milk", "found", "look", "stale"));
    }

    String note() {
        return oneIn(2) ? "" : "a note";
    }

    String bag() {
        return nonsense() ? "Bag 1!" : any(List.of("b1", "b2", "b3"));
    }

    Account place() {
        return switch (upTo(6)) {
            case 0, 1 -> Account.SAFE;
            case 2 -> Account.BANK;
            case 3 -> Account.machine(till());
            default -> nonsense() ? Account.SALES : Account.till(till());
        };
    }

    Currency currency() {
        return nonsense() ? any(SimulatedShop.CURRENCIES) : any(shop.currencies());
    }

    Money money() {
        return money(currency());
    }

    private Money money(Currency currency) {
        return nonsense()
                ? any(List.of(
                        currency.zero(),
                        currency.of(-700),
                        currency.of(Money.LARGEST),
                        currency.of(Long.MAX_VALUE),
                        currency.of(Long.MIN_VALUE)))
                : sum(currency);
    }

    /// What a person would pay with.
    Money sum(Currency currency) {
        long step = oneIn(4) ? 1 : currency.denominations().getLast().minorUnits();
        return currency.of(step * (1 + random.nextLong(40)));
    }

    /// An amount, every other time with its pieces.
    Cash cash() {
        return cash(money());
    }

    Cash cash(Money amount) {
        if (oneIn(2) || amount.isNegative() || amount.minorUnits() > Money.LARGEST) {
            return Cash.of(amount);
        }
        var pieces = Pieces.largestFirst(amount);
        return pieces.total().equals(amount) ? Cash.of(pieces) : Cash.of(amount);
    }

    Tender tender() {
        return oneIn(3) ? any(List.of(Tender.values())) : Tender.CASH;
    }

    /// What somebody finds in a place: what is there, or a little else, or not all of it.
    List<Cash> counts(Account place, Books books) {
        var counts = new ArrayList<Cash>();
        for (Currency currency : shop.currencies()) {
            Money there = books.balance(place, currency);
            Money found = oneIn(3) ? there.plus(currency.of(upTo(20) - 10)) : there;
            if (!nonsense()) {
                counts.add(cash(found.isNegative() && !nonsense() ? currency.zero() : found));
            }
            if (nonsense()) {
                counts.add(Cash.of(money(currency)));
            }
        }
        return counts;
    }

    /// What is there to begin with: the last count, or a float from somewhere.
    List<Cash> floats(TillId till, Books books) {
        return oneIn(2)
                ? counts(Account.till(till), books)
                : shop.currencies().stream()
                        .map(currency -> cash(currency.of(100L * upTo(50))))
                        .toList();
    }

    /// What arrived of what was sent.
    List<Cash> arrived(List<Cash> sent) {
        return sent.stream()
                .filter(_ -> !nonsense())
                .map(cash -> oneIn(4) ? Cash.of(cash.currency().of(cash.amount().minorUnits() / 2 * 2 + 1)) : cash)
                .toList();
    }

    List<Tendered> declared() {
        return oneIn(3) ? List.of(Tendered.of(Tender.CARD, money(any(shop.currencies())))) : List.of();
    }

    Optional<List<Money>> fromSafe() {
        return oneIn(4) ? Optional.of(oneIn(2) ? List.of() : List.of(money(any(shop.currencies())))) : Optional.empty();
    }

    /// What goes to the safe at a close, or into a bag.
    List<Cash> some(Account place, Books books) {
        return shop.currencies().stream()
                .filter(_ -> oneIn(2))
                .map(currency -> books.balance(place, currency))
                .filter(held -> held.minorUnits() > 10 || nonsense())
                .map(held -> cash(held.currency().of(held.minorUnits() / 2)))
                .flatMap(cash -> nonsense() ? Stream.of(cash, cash) : Stream.of(cash))
                .toList();
    }

    /// One of a few items, so that each is set more than once.
    ItemSet item() {
        return new ItemSet(
                nonsense() ? "Not a word" : any(List.of("coffee", "tea", "loaf")),
                nonsense() ? List.of() : List.of(new ItemSet.Name("en", "Item " + upTo(9))),
                nonsense() ? List.of() : List.of(money()),
                !oneIn(5));
    }

    /// One whole unit of the shop's currency against another: what the shop asks, what it gives, what it is worth.
    RateSet rate() {
        Currency own = shop.currencies().getFirst();
        Currency other = shop.currencies().size() > 1
                ? any(shop.currencies().subList(1, shop.currencies().size()))
                : SimulatedShop.currency("USD");
        long worth = 50 + upTo(5_000);
        return new RateSet(
                own.of(own.digits() == 0 ? 1 : 100),
                other.of(worth + upTo(60)),
                other.of(worth - upTo(40)),
                other.of(worth),
                "the bank");
    }
}
