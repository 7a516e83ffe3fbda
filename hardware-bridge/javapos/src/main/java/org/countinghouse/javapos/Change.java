package org.countinghouse.javapos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// Chooses the pieces for a machine that cannot do it itself: few and large ones first, and others where that does not
/// come out even. The search has a limit; an amount that is not found within it counts as one that cannot be paid.
final class Change {
    private static final int MOST_STEPS = 200_000;

    private final List<Denomination> denominations;
    private final Pieces there;
    private final TreeMap<Denomination, Integer> chosen = new TreeMap<>();
    private int steps;

    private Change(String currency, Pieces there) {
        this.there = there;
        denominations = new ArrayList<>(there.counts().reversed().keySet().stream()
                .filter(each -> each.currency().equals(currency))
                .toList());
    }

    static Optional<Pieces> of(String currency, long minorUnits, Pieces there) {
        var change = new Change(currency, there);
        return change.comesOut(minorUnits, 0) ? Optional.of(Pieces.of(change.chosen)) : Optional.empty();
    }

    private boolean comesOut(long rest, int from) {
        if (rest == 0) {
            return true;
        }
        if (from == denominations.size() || ++steps > MOST_STEPS) {
            return false;
        }
        Denomination largest = denominations.get(from);
        int most = (int) Math.min(there.count(largest), rest / largest.minorUnits());
        for (int count = most; count >= 0 && steps <= MOST_STEPS; count--) {
            chosen.put(largest, count);
            if (comesOut(rest - count * largest.minorUnits(), from + 1)) {
                return true;
            }
        }
        chosen.remove(largest);
        return false;
    }
}
