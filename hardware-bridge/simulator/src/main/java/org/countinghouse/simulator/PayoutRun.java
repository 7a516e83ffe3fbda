package org.countinghouse.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;

/// A payout or an emptying on its way: what is still to move, and how much has moved.
final class PayoutRun {
    private final Kind kind;
    private final String currency;
    private final long asked;
    private final boolean holdsLast;
    private final Deque<Denomination> left;
    private final SortedMap<String, Long> moved = new TreeMap<>();
    private boolean halted;

    enum Kind {
        PAYOUT,
        /// To the cashbox, counted.
        SMART_EMPTY,
        /// To the cashbox, not counted.
        EMPTY
    }

    /// @param holdsLast whether the last piece waits in the bezel for a hand
    PayoutRun(Kind kind, String currency, List<Denomination> pieces, boolean holdsLast) {
        this.kind = kind;
        this.currency = currency;
        this.holdsLast = holdsLast;
        left = new ArrayDeque<>(pieces);
        asked = pieces.stream().mapToLong(Denomination::minorUnits).sum();
    }

    Kind kind() {
        return kind;
    }

    String currency() {
        return currency;
    }

    long asked() {
        return asked;
    }

    boolean isDone() {
        return left.isEmpty();
    }

    Denomination next() {
        return left.getFirst();
    }

    boolean holdsNext() {
        return holdsLast && left.size() == 1;
    }

    /// The next piece has moved.
    void moved() {
        var piece = left.removeFirst();
        moved.merge(piece.currency(), piece.minorUnits(), Long::sum);
    }

    /// How much has moved, by currency; always names its own.
    SortedMap<String, Long> amounts() {
        var amounts = new TreeMap<>(moved);
        if (!currency.isEmpty()) {
            amounts.putIfAbsent(currency, 0L);
        }
        return amounts;
    }

    void halt() {
        halted = true;
    }

    boolean isHalted() {
        return halted;
    }
}
