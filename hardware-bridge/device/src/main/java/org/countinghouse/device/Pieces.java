package org.countinghouse.device;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many of each denomination. Never negative; a denomination with none is left out.
public record Pieces(SortedMap<Denomination, Integer> counts) {
    public static final Pieces NONE = new Pieces(Collections.emptySortedMap());

    public Pieces {
        var kept = new TreeMap<Denomination, Integer>();
        counts.forEach((denomination, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("a negative number of pieces: " + count + " of " + denomination);
            }
            if (count > 0) {
                kept.put(denomination, count);
            }
        });
        counts = Collections.unmodifiableSortedMap(kept);
    }

    public static Pieces of(Map<Denomination, Integer> counts) {
        return new Pieces(new TreeMap<>(counts));
    }

    public static Pieces of(Denomination denomination, int count) {
        return of(Map.of(denomination, count));
    }

    public int count(Denomination denomination) {
        return counts.getOrDefault(denomination, 0);
    }

    public boolean isNone() {
        return counts.isEmpty();
    }

    /// What the pieces of one currency are worth, in minor units.
    public long total(String currency) {
        long total = 0;
        for (var each : counts.entrySet()) {
            if (each.getKey().currency().equals(currency)) {
                total = Math.addExact(total, Math.multiplyExact(each.getKey().minorUnits(), (long) each.getValue()));
            }
        }
        return total;
    }

    public Pieces plus(Pieces more) {
        var sum = new TreeMap<>(counts);
        more.counts.forEach((denomination, count) -> sum.merge(denomination, count, Math::addExact));
        return new Pieces(sum);
    }

    /// @throws IllegalArgumentException when there are not so many; ask [#lacking] first
    public Pieces minus(Pieces fewer) {
        var rest = new TreeMap<>(counts);
        fewer.counts.forEach((denomination, count) -> rest.put(denomination, count(denomination) - count));
        return new Pieces(rest);
    }

    /// What is missing here to cover `wanted`; [#NONE] when all of it is here.
    public Pieces lacking(Pieces wanted) {
        var missing = new TreeMap<Denomination, Integer>();
        wanted.counts.forEach(
                (denomination, count) -> missing.put(denomination, Math.max(0, count - count(denomination))));
        return new Pieces(missing);
    }
}
