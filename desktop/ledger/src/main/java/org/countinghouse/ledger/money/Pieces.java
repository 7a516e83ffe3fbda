package org.countinghouse.ledger.money;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Notes and coins of one currency: how many of each face value, largest first. Counts may be negative, for a
/// movement out. Denominations with no pieces are left out. Immutable.
///
/// @param counts face value in minor units to number of pieces
public record Pieces(Currency currency, SortedMap<Long, Long> counts) {
    public Pieces {
        var kept = new TreeMap<Long, Long>(Comparator.reverseOrder());
        counts.forEach((denomination, count) -> {
            if (currency.denomination(denomination).isEmpty()) {
                throw new IllegalArgumentException("there is no note or coin of " + currency.of(denomination));
            }
            if (count != 0) {
                kept.put(denomination, count);
            }
        });
        counts = Collections.unmodifiableSortedMap(kept);
    }

    public static Pieces none(Currency currency) {
        return new Pieces(currency, new TreeMap<>());
    }

    /// @param counts face value in minor units to number of pieces
    public static Pieces of(Currency currency, Map<Long, Long> counts) {
        return new Pieces(currency, new TreeMap<>(counts));
    }

    public long count(long denomination) {
        return counts.getOrDefault(denomination, 0L);
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /// Whether no denomination has a negative count: something a hand can hold.
    public boolean isHeld() {
        return counts.values().stream().allMatch(count -> count > 0);
    }

    public Money total() {
        Money total = currency.zero();
        for (var entry : counts.entrySet()) {
            total = total.plus(currency.of(entry.getKey()).times(entry.getValue()));
        }
        return total;
    }

    public Pieces plus(Pieces other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot put " + other.currency + " and " + currency + " together");
        }
        var sum = new TreeMap<>(counts);
        other.counts.forEach((denomination, count) -> sum.merge(denomination, count, Math::addExact));
        return new Pieces(currency, sum);
    }

    public Pieces minus(Pieces other) {
        return plus(other.negated());
    }

    public Pieces negated() {
        var negated = new TreeMap<Long, Long>();
        counts.forEach((denomination, count) -> negated.put(denomination, Math.negateExact(count)));
        return new Pieces(currency, negated);
    }

    /// The fewest pieces for an amount when every denomination is at hand, taking the largest first; what remains
    /// below the smallest coin is left out. Rare ones only where the others leave a remainder. Right for the 1-2-5
    /// series every currency here uses.
    public static Pieces largestFirst(Money amount) {
        var counts = new TreeMap<Long, Long>();
        long rest = amount.minorUnits();
        for (boolean rare : List.of(false, true)) {
            for (Denomination denomination : amount.currency().denominations()) {
                if (denomination.rare() == rare) {
                    counts.put(denomination.minorUnits(), rest / denomination.minorUnits());
                    rest %= denomination.minorUnits();
                }
            }
        }
        return new Pieces(amount.currency(), counts);
    }
}
