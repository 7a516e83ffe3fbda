package org.countinghouse.ledger.till;

import java.util.ArrayList;

/// What [PieceSearch] knows of each denomination before it looks: how far the best choice can be from the most
/// pieces, and what the smaller denominations can still make.
final class Bounds {
    private final long[] spare;
    private final long[] worthAfter;
    private final long[] divisorAfter;

    /// @param faces largest first
    /// @param most how many of each are held or could be used
    Bounds(long[] faces, long[] most) {
        spare = new long[faces.length];
        worthAfter = new long[faces.length];
        divisorAfter = new long[faces.length];
        long worth = 0;
        long divisor = 0;
        for (int at = faces.length - 1; at >= 0; at--) {
            worthAfter[at] = worth;
            divisorAfter[at] = divisor;
            spare[at] = spare(faces, most, at);
            worth = Math.addExact(worth, faces[at] * most[at]);
            divisor = most[at] > 0 ? divisor(divisor, faces[at]) : divisor;
        }
    }

    /// How many pieces less than possible the best choice takes at most.
    long spare(int at) {
        return spare[at];
    }

    /// What all smaller pieces are worth.
    long worthAfter(int at) {
        return worthAfter[at];
    }

    /// Whether a rest may come down into the range: what the smaller pieces make is a multiple of their common
    /// divisor.
    boolean canEnd(int at, long rest, long range) {
        return rest <= range || divisorAfter[at] > 0 && rest % divisorAfter[at] <= range;
    }

    /// A chain of denominations that divide one another in turn, and all the sum that is whole pieces of the larger
    /// one.
    private static final class Chain {
        private final long whole;
        private long last;
        private long held;

        Chain(long larger, long face) {
            whole = Math.multiplyExact(larger / divisor(larger, face), face);
            last = face;
        }

        /// What the best choice holds of it at most.
        long kept() {
            return Math.min(held, whole - last);
        }
    }

    private static long spare(long[] faces, long[] most, int at) {
        long larger = faces[at];
        var chains = new ArrayList<Chain>();
        for (int i = at + 1; i < faces.length; i++) {
            long face = faces[i];
            if (most[i] > 0) {
                Chain chain = chains.stream()
                        .filter(each -> each.last % face == 0)
                        .findFirst()
                        .orElseGet(() -> {
                            chains.add(new Chain(larger, face));
                            return chains.getLast();
                        });
                chain.last = face;
                chain.held = Math.addExact(chain.held, face * most[i]);
            }
        }
        long kept = chains.stream().mapToLong(Chain::kept).reduce(0, Math::addExact);
        long exchanged =
                chains.stream().mapToLong(chain -> chain.whole / larger).max().orElse(1);
        return Math.max(exchanged - 1, kept / larger);
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
