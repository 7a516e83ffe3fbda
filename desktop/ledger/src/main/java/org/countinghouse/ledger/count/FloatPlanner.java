package org.countinghouse.ledger.count;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.ChangeAdvice;
import org.countinghouse.ledger.till.ChangeAdvisor;

/// Plans which of the counted pieces stay as the float. Never less than the target stays while enough was counted,
/// and then the nearest sum that the pieces make. Of the ways to that sum one is taken that keeps small change: a
/// till that opens with fifties cannot sell.
public final class FloatPlanner {
    /// Two rolls of a coin, a clip of a note: more of one kind serves no shift and fits no compartment.
    private static final long COINS = 40;

    private static final long NOTES = 20;

    /// How often the wish for small change is halved, to find ways that keep less of it.
    private static final int HALVINGS = 6;

    private final Pieces counted;
    private final Money target;
    private final ToLongFunction<Denomination> wish;

    private FloatPlanner(Pieces counted, Money target, ToLongFunction<Denomination> wish) {
        if (target.isNegative() || !counted.isHeld()) {
            throw new IllegalArgumentException("a float of " + target + " cannot be planned from " + counted);
        }
        this.counted = counted;
        this.target = target;
        this.wish = wish;
    }

    /// A float of so much, with as much small change as is sensible.
    public static FloatPlan plan(Pieces counted, Money target) {
        var planner = new FloatPlanner(counted, target, FloatPlanner::sensible);
        Pieces keep = planner.keep();
        return planner.planned(keep, planner.missing(keep));
    }

    /// A float that should consist of these pieces: of them everything counted stays, and others fill up what is
    /// missing. Those pay for the order when it comes.
    public static FloatPlan plan(Pieces counted, Pieces composition) {
        var planner = new FloatPlanner(counted, composition.total(), each -> composition.count(each.minorUnits()));
        Pieces wanted = planner.wished(0);
        Pieces keep = planner.filledUp(wanted).orElse(counted);
        var order = new TreeMap<>(composition.minus(keep).counts());
        order.values().removeIf(count -> count < 0);
        return planner.planned(keep, Pieces.of(counted.currency(), order));
    }

    private FloatPlan planned(Pieces keep, Pieces order) {
        return new FloatPlan(keep, counted.minus(keep), order, keep.total().minus(target));
    }

    private static long sensible(Denomination denomination) {
        if (denomination.rare()) {
            return 0;
        }
        return denomination.kind() == Kind.COIN ? COINS : NOTES;
    }

    private Pieces keep() {
        Optional<Pieces> nearest = atLeast(target, counted);
        if (nearest.isEmpty()) {
            return counted;
        }
        Money sum = nearest.get().total();
        return IntStream.rangeClosed(0, HALVINGS)
                .mapToObj(this::wished)
                .flatMap(small -> filledUp(small).stream())
                .filter(keep -> keep.total().equals(sum))
                .max(Comparator.comparingLong(this::useful))
                .filter(keep -> useful(keep) > useful(fewestDropped(sum)))
                .orElseGet(() -> fewestDropped(sum));
    }

    /// The pieces that are wished for, less those that are too many.
    private long useful(Pieces keep) {
        return currency().denominations().stream()
                .mapToLong(each -> {
                    long kept = keep.count(each.minorUnits());
                    return 2 * Math.min(kept, wish.applyAsLong(each)) - kept;
                })
                .sum();
    }

    /// The pieces wished for that were counted, smallest first, as long as they are no more than the target.
    private Pieces wished(int halvings) {
        var counts = new TreeMap<Long, Long>();
        long rest = target.minorUnits();
        for (Denomination each : currency().denominations().reversed()) {
            long face = each.minorUnits();
            long kept = Math.min(Math.min(counted.count(face), wish.applyAsLong(each) >> halvings), rest / face);
            counts.put(face, kept);
            rest -= kept * face;
        }
        return Pieces.of(currency(), counts);
    }

    /// These pieces and the fewest others that make them enough; empty when all together are too few.
    private Optional<Pieces> filledUp(Pieces kept) {
        return atLeast(target.minus(kept.total()), counted.minus(kept)).map(kept::plus);
    }

    private Pieces fewestDropped(Money sum) {
        Money above = counted.total().minus(sum);
        return counted.minus(ChangeAdvisor.advise(above, counted).atMost());
    }

    /// The smallest sum of these pieces that is enough; empty when they are too few.
    private static Optional<Pieces> atLeast(Money amount, Pieces pieces) {
        return switch (ChangeAdvisor.advise(amount, pieces)) {
            case ChangeAdvice.Paid(var exact) -> Optional.of(exact);
            case ChangeAdvice.NotExact nearest -> nearest.above();
            case ChangeAdvice.Undecided _ ->
                Optional.of(pieces).filter(all -> all.total().compareTo(amount) >= 0);
        };
    }

    /// What to order for what is missing: small change up to the wish, the rest in the fewest pieces. Nothing rare,
    /// nothing below what cash settles.
    private Pieces missing(Pieces keep) {
        Money gap = target.minus(keep.total());
        if (!gap.isPositive()) {
            return Pieces.none(currency());
        }
        long step = currency().cashStep();
        long rest = Math.multiplyExact(Math.ceilDiv(gap.minorUnits(), step), step);
        var counts = new TreeMap<Long, Long>();
        for (Denomination each : orderable().reversed()) {
            long face = each.minorUnits();
            long ordered = Math.min(Math.max(0, wish.applyAsLong(each) - keep.count(face)), rest / face);
            counts.put(face, ordered);
            rest -= ordered * face;
        }
        for (Denomination each : orderable()) {
            counts.merge(each.minorUnits(), rest / each.minorUnits(), Math::addExact);
            rest %= each.minorUnits();
        }
        return Pieces.of(currency(), counts);
    }

    private List<Denomination> orderable() {
        return currency().denominations().stream()
                .filter(each -> !each.rare() && each.minorUnits() >= currency().cashStep())
                .toList();
    }

    private Currency currency() {
        return counted.currency();
    }
}
