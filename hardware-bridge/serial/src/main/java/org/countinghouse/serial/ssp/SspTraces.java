package org.countinghouse.serial.ssp;

import java.util.Collection;
import java.util.Optional;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;

/// What changed in a machine between two looks, held against what it claims to have paid. Levels alone
/// prove nothing: somebody may have refilled it by hand. They can only speak against a claim, never
/// make one.
///
/// @param counters how far the counters moved; empty when it keeps none
/// @param fell pieces that are not in the store any more
/// @param rose pieces that are new in the store
/// @param known the denominations it pays
record SspTraces(Optional<SspCounters> counters, Pieces fell, Pieces rose, Collection<Denomination> known) {

    static SspTraces between(Sight before, SspSeen now, Collection<Denomination> known) {
        var levels = before.holdings().orElse(Holdings.NOTHING).in(Place.RECYCLER);
        return new SspTraces(
                SspCounters.between(before.counters(), now.counters()),
                now.levels().lacking(levels),
                levels.lacking(now.levels()),
                known);
    }

    /// Whether the counters say that no piece left the store for anybody.
    boolean nothingPaid() {
        return counters.map(each -> each.dispensed() == 0).orElse(false);
    }

    /// Whether nothing speaks against so much having been paid for this wish.
    boolean allow(long paid, Intent.Ask ask) {
        return countersAllow(paid, ask) && levelsAllow(paid) && piecesAllow(paid, ask);
    }

    /// The pieces that were paid, where the levels tell.
    Cash cash(long paid, Intent.Ask ask) {
        if (ask instanceof Intent.Ask.Exactly(var currency, var pieces) && pieces.total(currency) == paid) {
            return Cash.of(currency, pieces);
        }
        return toldByLevels(paid, ask.currency()) ? Cash.of(ask.currency(), fell) : Cash.amount(ask.currency(), paid);
    }

    static int count(Pieces pieces) {
        return pieces.counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    /// What all of them are worth, when they are all of one currency; else -1.
    static long worth(Pieces pieces, String currency) {
        boolean only = pieces.counts().keySet().stream()
                .allMatch(each -> each.currency().equals(currency));
        return only ? pieces.total(currency) : -1;
    }

    private boolean countersAllow(long paid, Intent.Ask ask) {
        if (counters.isEmpty()) {
            return true;
        }
        long pieces = counters.get().dispensed();
        if (paid == 0 || pieces == 0) {
            return paid == 0 && pieces == 0;
        }
        if (ask instanceof Intent.Ask.Exactly(var currency, var wanted)) {
            return wanted.total(currency) == paid ? pieces == count(wanted) : pieces < count(wanted);
        }
        var values = known.stream()
                .filter(each -> each.currency().equals(ask.currency()))
                .mapToLong(Denomination::minorUnits)
                .summaryStatistics();
        return values.getCount() > 0
                && pieces <= paid / values.getMin()
                && pieces >= (paid + values.getMax() - 1) / values.getMax();
    }

    private boolean levelsAllow(long paid) {
        long elsewhere = counters.map(SspCounters::transferred).orElse(0L);
        if (elsewhere > 0) {
            return count(fell) <= counters.map(SspCounters::dispensed).orElse(0L) + elsewhere;
        }
        long gone = fell.counts().entrySet().stream()
                .mapToLong(each -> each.getKey().minorUnits() * each.getValue())
                .sum();
        // Less may be gone than was paid, if somebody refilled it; never more.
        boolean exact = gone == paid && rose.isNone() && counters.isPresent();
        return gone <= paid
                && (!exact
                        || count(fell) == counters.map(SspCounters::dispensed).orElse(0L));
    }

    private boolean piecesAllow(long paid, Intent.Ask ask) {
        return !(ask instanceof Intent.Ask.Exactly(var _, var wanted))
                || !toldByLevels(paid, ask.currency())
                || wanted.lacking(fell).isNone();
    }

    private boolean toldByLevels(long paid, String currency) {
        return rose.isNone() && counters.map(SspCounters::transferred).orElse(0L) == 0 && worth(fell, currency) == paid;
    }
}
