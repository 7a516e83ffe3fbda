package org.countinghouse.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// Chooses pieces for an exact amount, big ones first, as a machine does that pays by amount.
final class PieceChoice {
    private final List<Denomination> kinds;
    private final Pieces there;
    private final Set<Long> hopeless = new HashSet<>();
    private final List<Denomination> chosen = new ArrayList<>();

    private PieceChoice(String currency, Pieces there) {
        this.there = there;
        kinds = there.counts().keySet().stream()
                .filter(kind -> kind.currency().equals(currency))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// The pieces one by one; empty when the amount cannot be made of what is there.
    static Optional<List<Denomination>> of(String currency, long amount, Pieces there) {
        var choice = new PieceChoice(currency, there);
        return choice.make(0, amount) ? Optional.of(List.copyOf(choice.chosen)) : Optional.empty();
    }

    private boolean make(int from, long rest) {
        if (rest == 0) {
            return true;
        }
        if (from == kinds.size() || !hopeless.add(rest * kinds.size() + from)) {
            return false;
        }
        var kind = kinds.get(from);
        int most = (int) Math.min(there.count(kind), rest / kind.minorUnits());
        for (int count = most; count >= 0; count--) {
            for (int i = 0; i < count; i++) {
                chosen.add(kind);
            }
            if (make(from + 1, rest - count * kind.minorUnits())) {
                return true;
            }
            chosen.subList(chosen.size() - count, chosen.size()).clear();
        }
        return false;
    }
}
