package org.countinghouse.ledger.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.countinghouse.ledger.money.CashRounding;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.money.Denomination.Kind;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.junit.jupiter.api.Test;

class FloatPlannerTest {
    private static final Currency POUND = new Currency(
            "GBP",
            2,
            List.of(note(5000), note(2000), note(1000), note(500), coin(200), coin(100), coin(50), coin(20), coin(10)),
            10);
    private static final Currency RIEL = new Currency(
            "KHR",
            0,
            List.of(rare(30_000), note(20_000), note(10_000), note(5_000), note(1_000), note(500), note(100), rare(50)),
            CashRounding.nearest(100));

    @Test
    void smallChangeStaysAndLargeNotesGo() {
        var counted = pounds(Map.of(5000L, 4L, 2000L, 6L, 500L, 6L, 100L, 30L, 20L, 25L));
        var plan = FloatPlanner.plan(counted, POUND.of(10_000));
        assertThat(plan.keep()).isEqualTo(pounds(Map.of(2000L, 2L, 500L, 5L, 100L, 30L, 20L, 25L)));
        assertThat(plan.drop()).isEqualTo(pounds(Map.of(5000L, 4L, 2000L, 4L, 500L, 1L)));
        assertThat(plan.order().isEmpty()).isTrue();
        assertThat(plan.gap()).isEqualTo(POUND.zero());
    }

    @Test
    void ofAHeapOfCoinsOnlyASensibleNumberStays() {
        var plan = FloatPlanner.plan(pounds(Map.of(5000L, 2L, 1000L, 9L, 20L, 500L)), POUND.of(10_000));
        assertThat(plan.keep()).isEqualTo(pounds(Map.of(1000L, 9L, 20L, 50L)));
        assertThat(plan.keep().total()).isEqualTo(POUND.of(10_000));
    }

    @Test
    void whatThePiecesCannotMakeIsMetFromAboveAndTheGapIsTold() {
        var plan = FloatPlanner.plan(pounds(Map.of(5000L, 3L, 2000L, 1L)), POUND.of(15_500));
        assertThat(plan.keep().total()).isEqualTo(POUND.of(17_000));
        assertThat(plan.gap()).isEqualTo(POUND.of(1_500));
        assertThat(plan.drop().isEmpty()).isTrue();
    }

    @Test
    void whatIsMissingIsOrderedAsSmallChange() {
        var plan = FloatPlanner.plan(pounds(Map.of(1000L, 2L, 10L, 30L)), POUND.of(5_000));
        assertThat(plan.drop().isEmpty()).isTrue();
        assertThat(plan.gap()).isEqualTo(POUND.of(-2_700));
        assertThat(plan.order()).isEqualTo(pounds(Map.of(10L, 10L, 20L, 40L, 50L, 36L)));
        assertThat(plan.order().total()).isEqualTo(POUND.of(2_700));
    }

    @Test
    void rareNotesGoToTheSafeAndAreNeverOrdered() {
        var counted = Pieces.of(RIEL, Map.of(30_000L, 2L, 20_000L, 3L, 50L, 4L));
        var plan = FloatPlanner.plan(counted, RIEL.of(60_000));
        assertThat(plan.drop()).isEqualTo(Pieces.of(RIEL, Map.of(30_000L, 2L, 50L, 4L)));
        var more = FloatPlanner.plan(counted, RIEL.of(200_050));
        assertThat(more.order().counts()).doesNotContainKeys(30_000L, 50L);
        assertThat(more.keep().total().plus(more.order().total())).isEqualTo(RIEL.of(200_100));
    }

    @Test
    void aFloatOfGivenPiecesOrdersWhatIsShortAndKeepsWhatPaysForIt() {
        var wanted = pounds(Map.of(1000L, 5L, 500L, 6L, 100L, 20L));
        var plan = FloatPlanner.plan(pounds(Map.of(2000L, 9L, 1000L, 5L, 100L, 7L)), wanted);
        assertThat(plan.order()).isEqualTo(pounds(Map.of(500L, 6L, 100L, 13L)));
        assertThat(plan.keep()).isEqualTo(pounds(Map.of(2000L, 3L, 1000L, 5L, 100L, 7L)));
        assertThat(plan.gap()).isEqualTo(POUND.of(1_700));
    }

    @Test
    void anEmptyTillOrdersTheWholeFloatAndAFloatOfNothingKeepsNothing() {
        assertThat(FloatPlanner.plan(Pieces.none(POUND), POUND.of(100)).order().total())
                .isEqualTo(POUND.of(100));
        var counted = pounds(Map.of(500L, 1L));
        assertThat(FloatPlanner.plan(counted, POUND.zero()).drop()).isEqualTo(counted);
        assertThatThrownBy(() -> FloatPlanner.plan(counted, POUND.of(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FloatPlanner.plan(counted.negated(), POUND.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 2_000)
    void keptAndDroppedAreWhatWasCountedAndTheFloatIsMetAsNearAsThePiecesAllow(@ForAll long seed) {
        holds(seed, FloatPlanner::plan);
    }

    /// The negative control: dropping the largest first, as long as the float stays, misses floats that could be
    /// met.
    @Test
    void droppingTheLargestFirstIsNoticed() {
        assertThatThrownBy(() -> IntStream.range(0, 2_000).forEach(seed -> holds(seed, FloatPlannerTest::largestFirst)))
                .isInstanceOf(AssertionError.class);
    }

    @Property(tries = 1_000)
    void withTheOrderTheWantedPiecesAreAllThere(@ForAll long seed) {
        var chance = new SplittableRandom(seed);
        Pieces counted = random(chance);
        Pieces wanted = random(chance);
        var plan = FloatPlanner.plan(counted, wanted);
        addsUp(counted, plan);
        Pieces inTheEnd = plan.keep().plus(plan.order());
        assertThat(wanted.minus(inTheEnd).counts().values()).allMatch(count -> count < 0);
        assertThat(plan.order().counts().keySet())
                .allMatch(face -> plan.keep().count(face) + plan.order().count(face) == wanted.count(face));
        assertThat(inTheEnd.minus(wanted).total())
                .as("what pays for the order")
                .isEqualTo(plan.order().total().plus(plan.gap()));
    }

    private static void holds(long seed, BiFunction<Pieces, Money, FloatPlan> planner) {
        var chance = new SplittableRandom(seed);
        Pieces counted = random(chance);
        Money target = POUND.of(chance.nextLong(1_500) * 10);
        FloatPlan plan = planner.apply(counted, target);
        addsUp(counted, plan);
        assertThat(plan.gap()).isEqualTo(plan.keep().total().minus(target));
        if (counted.total().compareTo(target) < 0) {
            assertThat(plan.keep()).isEqualTo(counted);
            assertThat(plan.keep().total().plus(plan.order().total())).isEqualTo(target);
        } else {
            assertThat(plan.order().isEmpty()).isTrue();
            assertThat(plan.keep().total()).isEqualTo(POUND.of(smallestEnough(counted, target.minorUnits())));
        }
    }

    private static void addsUp(Pieces counted, FloatPlan plan) {
        assertThat(plan.keep().plus(plan.drop())).isEqualTo(counted);
        for (Pieces each : List.of(plan.keep(), plan.drop(), plan.order())) {
            assertThat(each.isHeld()).isTrue();
        }
    }

    /// Tries every sum, one piece after another.
    private static long smallestEnough(Pieces pieces, long target) {
        var reachable = new boolean[(int) pieces.total().minorUnits() + 1];
        reachable[0] = true;
        pieces.counts().forEach((face, count) -> {
            for (long piece = 0; piece < count; piece++) {
                for (int sum = reachable.length - 1; sum >= face; sum--) {
                    reachable[sum] |= reachable[(int) (sum - face)];
                }
            }
        });
        return IntStream.range((int) target, reachable.length)
                .filter(sum -> reachable[sum])
                .findFirst()
                .orElseThrow();
    }

    private static FloatPlan largestFirst(Pieces counted, Money target) {
        var counts = new TreeMap<Long, Long>();
        long rest = Math.max(0, counted.total().minus(target).minorUnits());
        for (var each : counted.counts().entrySet()) {
            long dropped = Math.min(each.getValue(), rest / each.getKey());
            counts.put(each.getKey(), dropped);
            rest -= dropped * each.getKey();
        }
        Pieces drop = Pieces.of(POUND, counts);
        Pieces keep = counted.minus(drop);
        Money gap = keep.total().minus(target);
        return new FloatPlan(keep, drop, Pieces.largestFirst(gap.isNegative() ? gap.negated() : POUND.zero()), gap);
    }

    private static Pieces random(SplittableRandom chance) {
        var counts = new TreeMap<Long, Long>();
        POUND.denominations().forEach(each -> counts.put(each.minorUnits(), Math.max(0, chance.nextLong(12) - 4)));
        return pounds(counts);
    }

    private static Pieces pounds(Map<Long, Long> counts) {
        return Pieces.of(POUND, counts);
    }

    private static Denomination note(long face) {
        return new Denomination(face, Kind.NOTE);
    }

    private static Denomination coin(long face) {
        return new Denomination(face, Kind.COIN);
    }

    private static Denomination rare(long face) {
        return new Denomination(face, Kind.NOTE, true, LocalDate.MIN, LocalDate.MAX);
    }
}
