package org.countinghouse.ledger.till;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.countinghouse.ledger.money.Pieces;

/// Looks for a sum that held pieces can make, in the fewest pieces. Exact: it looks at every choice that could be
/// the best one, and at few others.
///
/// It decides denomination after denomination, largest first, and keeps for every rest the fewest pieces that lead
/// to it. What keeps the rests few is how many pieces less than possible the best choice may take of one
/// denomination `d`: [Bounds#spare]. Were it to take so many less that among the smaller pieces some are worth
/// exactly `j` pieces of `d`, while `j` pieces of `d` are left, then those would be exchanged and it was not the
/// best: every smaller piece is worth less than `d`. Smaller denominations that divide one another in turn (10, 5,
/// 1) make a multiple `D` of theirs once they are worth `D` together, since each piece fits what is missing. So
/// the best choice holds less than `D` of such a chain, where `D` is the least common multiple of `d` and the
/// chain's largest.
final class PieceSearch {
    /// Choices looked at before it gives up. The money of any country takes some hundreds.
    static final int MOST_LOOKS = 500_000;

    /// What can be made: nothing, a sum, or more ways than there is time for.
    sealed interface Outcome {
        record Found(Pieces pieces) implements Outcome {}

        record Nothing() implements Outcome {}

        record TooManyWays() implements Outcome {}
    }

    private final Pieces held;
    private final long high;
    private final long range;
    private final long[] faces;
    private final long[] most;
    private final Bounds bounds;
    private int looks;

    /// Sums from `low` to `high`.
    ///
    /// @param held each with a positive count
    PieceSearch(Pieces held, long low, long high) {
        this.held = held;
        this.high = high;
        this.range = high - low;
        this.faces = held.counts().keySet().stream().mapToLong(Long::longValue).toArray();
        this.most = LongStream.of(faces)
                .map(face -> Math.min(held.count(face), high / face))
                .toArray();
        this.bounds = new Bounds(faces, most);
    }

    /// The largest of the sums.
    Outcome largest() {
        var layers = new ArrayList<Map<Long, Choice>>();
        layers.add(Map.of(high, new Choice(0, 0)));
        for (int at = 0; at < faces.length && looks < MOST_LOOKS; at++) {
            layers.add(decided(at, layers.getLast()));
        }
        if (looks >= MOST_LOOKS) {
            return new Outcome.TooManyWays();
        }
        return layers.getLast().keySet().stream()
                .filter(rest -> rest <= range)
                .min(Comparator.naturalOrder())
                .<Outcome>map(rest -> new Outcome.Found(pieces(layers, rest)))
                .orElseGet(Outcome.Nothing::new);
    }

    /// How a rest was come to.
    ///
    /// @param pieces the fewest so far
    /// @param taken how many of them of the denomination decided last
    private record Choice(long pieces, long taken) {
        Choice fewer(Choice other) {
            return other.pieces < pieces ? other : this;
        }
    }

    /// The rests after a denomination, given those before it.
    private Map<Long, Choice> decided(int at, Map<Long, Choice> before) {
        long face = faces[at];
        var after = new HashMap<Long, Choice>();
        for (var each : before.entrySet()) {
            long rest = each.getKey();
            long least = Math.min(most[at], Math.max(0, rest - range) / face) - bounds.spare(at);
            for (long taken = Math.min(most[at], rest / face); taken >= Math.max(0, least); taken--) {
                long left = rest - taken * face;
                if (left - range > bounds.worthAfter(at) || ++looks >= MOST_LOOKS) {
                    break;
                }
                if (bounds.canEnd(at, left, range)) {
                    after.merge(left, new Choice(each.getValue().pieces + taken, taken), Choice::fewer);
                }
            }
        }
        return after;
    }

    /// The way back from a rest of the last layer.
    private Pieces pieces(List<Map<Long, Choice>> layers, long end) {
        var counts = new TreeMap<Long, Long>();
        long rest = end;
        for (int at = faces.length - 1; at >= 0; at--) {
            long taken = Optional.ofNullable(layers.get(at + 1).get(rest))
                    .orElseThrow()
                    .taken();
            counts.put(faces[at], taken);
            rest += taken * faces[at];
        }
        return Pieces.of(held.currency(), counts);
    }
}
