package org.countinghouse.ledger.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// What people do, drawn from a seed: mostly sensible, and sometimes nonsense in any part of it.
final class Chance {
    private static final int ONE_IN_NONSENSE = 25;

    private final SplittableRandom random;
    private final SimulatedShop shop;
    private final List<UUID> sales = new ArrayList<>();

    Chance(long seed, SimulatedShop shop) {
        this.random = new SplittableRandom(seed);
        this.shop = shop;
    }

    /// One time in so many.
    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    private boolean nonsense() {
        return oneIn(ONE_IN_NONSENSE);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// A UUID version 7 with room to count on from.
    UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() >>> 8 | Long.MIN_VALUE);
    }

    /// A sale that stands, so that it may be refunded.
    void remember(UUID sale) {
        sales.add(sale);
    }

    Optional<UUID> sale() {
        if (sales.isEmpty() || oneIn(2)) {
            return nonsense() ? Optional.of(id()) : Optional.empty();
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

    Currency currency() {
        return nonsense() ? any(SimulatedShop.CURRENCIES) : any(shop.currencies());
    }

    Money money() {
        return money(currency());
    }

    Money money(Currency currency) {
        if (nonsense()) {
            return any(List.of(currency.zero(), currency.of(-700), currency.of(Money.LARGEST)));
        }
        long step = oneIn(4) ? 1 : currency.denominations().getLast().minorUnits();
        return currency.of(step * (1 + random.nextLong(40)));
    }

    /// An amount, every other time with its pieces.
    Cash cash() {
        return cash(money());
    }

    Cash cash(Money amount) {
        var pieces = Pieces.largestFirst(amount.absolute());
        return oneIn(2) && pieces.total().equals(amount) ? Cash.of(pieces) : Cash.of(amount);
    }

    Tender tender() {
        return oneIn(3) ? any(List.of(Tender.values())) : Tender.CASH;
    }

    List<SaleLine> lines(Money total) {
        if (!total.isPositive() || oneIn(2)) {
            return List.of();
        }
        return nonsense()
                ? List.of(new SaleLine("tea", 1 + upTo(3), total))
                : List.of(
                        new SaleLine("tea", 1, total.currency().of(1)),
                        new SaleLine("bun", 1, total.minus(total.currency().of(1))));
    }

    /// What a customer hands over: the total, more of it, or two tenders.
    List<Tendered> tenders(Money total) {
        if (nonsense()) {
            return List.of(Tendered.of(tender(), money()));
        }
        return switch (upTo(3)) {
            case 0 -> List.of(new Tendered(Tender.CASH, cash(total)));
            case 1 -> List.of(new Tendered(Tender.CASH, cash(total.plus(money(total.currency())))));
            case 2 -> List.of(Tendered.of(tender(), total));
            default ->
                List.of(Tendered.of(Tender.CARD, total.currency().of(1)), new Tendered(Tender.CASH, cash(total)));
        };
    }

    /// What somebody finds in a till: what is there, or a little else.
    List<Cash> counts(TillId till, Books books) {
        var counts = new ArrayList<Cash>();
        for (Currency currency : shop.currencies()) {
            Money there = books.balance(Account.till(till), currency);
            Money found = oneIn(3) ? there.plus(currency.of(upTo(20) - 10)) : there;
            if (!nonsense()) {
                counts.add(cash(found.isNegative() && !nonsense() ? currency.zero() : found));
            }
        }
        return counts;
    }

    /// What is there to begin with: the last count, or a float from somewhere.
    List<Cash> floats(TillId till, Books books) {
        return oneIn(2)
                ? counts(till, books)
                : shop.currencies().stream()
                        .map(currency -> cash(currency.of(100L * upTo(50))))
                        .toList();
    }

    Optional<List<Money>> fromSafe() {
        return oneIn(4) ? Optional.of(oneIn(2) ? List.of() : List.of(money(any(shop.currencies())))) : Optional.empty();
    }

    /// What goes to the safe at a close.
    List<Cash> drop(TillId till, Books books) {
        return shop.currencies().stream()
                .filter(_ -> oneIn(2))
                .map(currency -> books.balance(Account.till(till), currency))
                .filter(held -> held.minorUnits() > 10 || nonsense())
                .map(held -> cash(held.currency().of(held.minorUnits() / 2)))
                .toList();
    }

    /// A denomination in use and one that never was, so many of each.
    Map<Long, Long> piecesOf(Currency currency) {
        var counts = new TreeMap<Long, Long>();
        counts.put(any(currency.denominations()).minorUnits(), random.nextLong(1, 9));
        return counts;
    }
}
