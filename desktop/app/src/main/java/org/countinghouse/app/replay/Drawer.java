package org.countinghouse.app.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;

/// The notes and coins in the till of a replayed day: what customers gave, less what they got back.
final class Drawer {
    /// How many pieces of each coin and note a float is made of, by the value's rank from the smallest up.
    private static final int COINS_OF_EACH = 40;

    private static final int NOTES_OF_EACH = 4;
    /// Above this many of the largest float notes' worth the till is emptied into the safe.
    private static final int LIMIT_IN_FLOATS = 3;

    private final Pieces openingFloat;
    private Pieces held;

    Drawer(Currency currency) {
        this.openingFloat = floatOf(currency);
        this.held = openingFloat;
    }

    /// Coins and the smaller half of the notes: what change is given from.
    private static Pieces floatOf(Currency currency) {
        var counts = new HashMap<Long, Long>();
        var notes = currency.denominations().stream()
                .filter(each -> each.kind() == Denomination.Kind.NOTE)
                .toList();
        for (Denomination each : currency.denominations()) {
            if (each.kind() == Denomination.Kind.COIN) {
                counts.put(each.minorUnits(), (long) COINS_OF_EACH);
            } else if (notes.indexOf(each) >= notes.size() / 2) {
                counts.put(each.minorUnits(), (long) NOTES_OF_EACH);
            }
        }
        return Pieces.of(currency, counts);
    }

    Pieces openingFloat() {
        return openingFloat;
    }

    Pieces held() {
        return held;
    }

    /// What a customer pays with and gets back. The customer has notes and a few coins, and pays exactly when the till
    /// cannot give change.
    ///
    /// @param given adds up to at least the total
    /// @param change adds up to what is above it
    record Payment(Pieces given, Pieces change) {}

    Payment pay(Money total, SplittableRandom chance) {
        Pieces given = given(total, chance);
        Optional<Pieces> change = change(given.total().minus(total), held.plus(given));
        var payment = change.map(pieces -> new Payment(given, pieces))
                .orElseGet(() -> new Payment(Pieces.largestFirst(total), Pieces.none(total.currency())));
        held = held.plus(payment.given()).minus(payment.change());
        return payment;
    }

    private static Pieces given(Money total, SplittableRandom chance) {
        Pieces exact = Pieces.largestFirst(total);
        if (chance.nextInt(5) == 0) {
            return exact;
        }
        // Rounded up to a whole number of some note or larger coin: what most people hand over.
        var ways = total.currency().denominations().stream()
                .filter(each ->
                        each.minorUnits() * 20 >= total.minorUnits() && each.minorUnits() <= total.minorUnits() * 20)
                .toList();
        if (ways.isEmpty()) {
            return exact;
        }
        long step = ways.get(chance.nextInt(ways.size())).minorUnits();
        return Pieces.of(total.currency(), Map.of(step, Math.ceilDiv(total.minorUnits(), step)));
    }

    /// Change from what the till holds, the largest pieces first; empty when it cannot be paid so.
    private static Optional<Pieces> change(Money amount, Pieces till) {
        var counts = new HashMap<Long, Long>();
        long rest = amount.minorUnits();
        for (Denomination each : amount.currency().denominations()) {
            long count = Math.min(rest / each.minorUnits(), Math.max(till.count(each.minorUnits()), 0));
            counts.put(each.minorUnits(), count);
            rest -= count * each.minorUnits();
        }
        return rest == 0 ? Optional.of(Pieces.of(amount.currency(), counts)) : Optional.empty();
    }

    /// What goes into the safe when the till holds too much: everything above the float, piece by piece.
    Optional<Pieces> drop() {
        if (held.total().compareTo(openingFloat.total().times(LIMIT_IN_FLOATS)) <= 0) {
            return Optional.empty();
        }
        Pieces drop = aboveFloat();
        held = held.minus(drop);
        return Optional.of(drop);
    }

    /// The pieces above what the float wants of each kind.
    Pieces aboveFloat() {
        var counts = new HashMap<Long, Long>();
        held.counts()
                .forEach((denomination, count) ->
                        counts.put(denomination, Math.max(count - openingFloat.count(denomination), 0)));
        return Pieces.of(held.currency(), counts);
    }

    /// Once in a while one coin or note too much or too little was given during the day.
    void slip(SplittableRandom chance, int oneDayIn) {
        if (chance.nextInt(oneDayIn) != 0) {
            return;
        }
        var kinds = held.counts().keySet().stream().toList();
        long denomination = kinds.get(chance.nextInt(kinds.size()));
        held = held.plus(Pieces.of(held.currency(), Map.of(denomination, chance.nextBoolean() ? 1L : -1L)));
    }
}
