package org.countinghouse.serial.cctalk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// Chooses which hoppers pay. It does not know how many coins are in them, only which ones are low.
///
/// @param hoppers those that may pay, in the order of the address
record Planner(List<Source> hoppers) {
    /// Amounts beyond this many of the smallest steps are no change any more.
    private static final int MOST_STEPS = 1_000_000;

    /// @param low whether it is below its lower sensor
    record Source(int hopper, Denomination coin, boolean low) {}

    /// Exactly these pieces; empty when no hopper has such coins, or too many are asked for.
    Optional<Plan> exactly(Pieces pieces) {
        var shares = new ArrayList<Plan.Share>();
        for (Map.Entry<Denomination, Integer> each : pieces.counts().entrySet()) {
            int missing = each.getValue();
            for (Source source : sources(each.getKey())) {
                int coins = Math.min(missing, Hopper.MOST_AT_ONCE);
                if (coins > 0) {
                    shares.add(new Plan.Share(source.hopper, coins));
                    missing -= coins;
                }
            }
            if (missing > 0) {
                return Optional.empty();
            }
        }
        return shares.isEmpty() ? Optional.empty() : Optional.of(new Plan(shares));
    }

    /// The fewest coins that are worth this much, without the hoppers that are low where that is
    /// possible.
    Optional<Plan> worth(String currency, long minorUnits) {
        var full = hoppers.stream().filter(source -> !source.low).toList();
        return new Planner(full)
                .fewest(currency, minorUnits)
                .or(() -> fewest(currency, minorUnits))
                .flatMap(this::exactly);
    }

    /// "Largest first" is not enough: 30 is three coins of 10, and not one of 25 and then nothing. So
    /// every amount up to the wanted one gets its fewest coins, in steps of the greatest common
    /// divisor.
    private Optional<Pieces> fewest(String currency, long minorUnits) {
        var coins = hoppers.stream()
                .map(Source::coin)
                .filter(coin -> coin.currency().equals(currency))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        long step = coins.stream().mapToLong(Denomination::minorUnits).reduce(0, Planner::gcd);
        if (step == 0 || minorUnits < 1 || minorUnits % step != 0 || minorUnits / step > MOST_STEPS) {
            return Optional.empty();
        }
        int steps = (int) (minorUnits / step);
        var last = new int[steps + 1];
        var count = new int[steps + 1];
        for (int amount = 1; amount <= steps; amount++) {
            last[amount] = -1;
            for (int i = 0; i < coins.size(); i++) {
                long before = amount - coins.get(i).minorUnits() / step;
                if (before >= 0
                        && last[(int) before] >= 0
                        && (last[amount] < 0 || count[(int) before] + 1 < count[amount])) {
                    last[amount] = i;
                    count[amount] = count[(int) before] + 1;
                }
            }
        }
        return last[steps] < 0 ? Optional.empty() : Optional.of(pieces(coins, last, step));
    }

    private static Pieces pieces(List<Denomination> coins, int[] last, long step) {
        var counts = new TreeMap<Denomination, Integer>();
        for (int amount = last.length - 1; amount > 0; ) {
            var coin = coins.get(last[amount]);
            counts.merge(coin, 1, Integer::sum);
            amount -= (int) (coin.minorUnits() / step);
        }
        return new Pieces(counts);
    }

    /// The hoppers with such coins, those that are not low first.
    private List<Source> sources(Denomination coin) {
        return hoppers.stream()
                .filter(source -> source.coin.equals(coin))
                .sorted(Comparator.comparing(Source::low))
                .toList();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
