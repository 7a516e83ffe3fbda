package org.countinghouse.serial.ssp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.serial.ssp.SspEvent.Amount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Everything that may happen between a payout and the question what became of it, tried in every
/// combination.
class SspWitnessTest {
    private static final Denomination FIVE = new Denomination("EUR", 500);
    private static final Denomination TEN = new Denomination("EUR", 1000);
    private static final Denomination TWENTY = new Denomination("EUR", 2000);
    private static final List<Denomination> KNOWN = List.of(FIVE, TEN, TWENTY);
    private static final Pieces LEVELS = Pieces.of(Map.of(FIVE, 5, TEN, 5, TWENTY, 5));

    /// The pieces a machine chooses for 45.00, in the order they come.
    private static final List<Denomination> PLAN = List.of(TWENTY, TEN, TEN, FIVE);

    private static final long ASKED = 4500;

    /// How the payout went.
    enum Stop {
        DONE,
        JAM,
        POWER_CUT
    }

    /// One story; what was really paid is `PLAN` up to `paid`.
    record Story(
            boolean exactly,
            boolean arrived,
            int paid,
            Stop stop,
            boolean rejected,
            boolean memoryLost,
            boolean worked,
            boolean older,
            Pieces refill,
            Pieces another) {
        long truth() {
            return arrived
                    ? PLAN.subList(0, paid).stream()
                            .mapToLong(Denomination::minorUnits)
                            .sum()
                    : 0;
        }

        Intent intent() {
            Intent.Ask ask = exactly
                    ? new Intent.Ask.Exactly("EUR", Pieces.of(Map.of(TWENTY, 1, TEN, 2, FIVE, 1)))
                    : new Intent.Ask.Worth("EUR", ASKED);
            return new Intent(new UUID(0, 1), Intent.Purpose.PAY, ask, "change", Optional.empty());
        }

        Sight before() {
            var seen = new SspSeen(older ? List.of(dispensed()) : List.of(), LEVELS, counters(0, 0));
            return seen.sight(false, KNOWN);
        }

        SspSeen now() {
            var levels = LEVELS.plus(refill);
            int dispensed = 0;
            if (arrived) {
                for (var piece : PLAN.subList(0, paid)) {
                    levels = levels.minus(Pieces.of(piece, 1));
                    dispensed++;
                }
            }
            levels = levels.minus(another);
            dispensed += SspTraces.count(another);
            boolean aside = arrived && rejected;
            levels = aside ? levels.minus(Pieces.of(TEN, 1)) : levels;
            return memoryLost
                    ? new SspSeen(List.of(), levels, all(0, 0, 0))
                    : new SspSeen(events(), levels, counters(dispensed, aside ? 1 : 0));
        }

        /// A payout that arrived came after the older ending was acknowledged.
        private List<SspEvent> events() {
            if (!arrived) {
                return older ? List.of(dispensed()) : List.of();
            }
            return List.of(
                    switch (stop) {
                        case DONE -> dispensed();
                        case JAM -> new Amount(Amount.Kind.JAMMED, euros(truth()));
                        case POWER_CUT -> new SspEvent.Incomplete(true, euros(truth()), euros(ASKED));
                    });
        }

        private SortedMap<String, Long> counters(long dispensed, long transferred) {
            return all(worked ? 100 : 0, dispensed + (worked ? 7 : 0), transferred + (worked ? 3 : 0));
        }
    }

    @Test
    void inNoStoryIsLessSaidToBePaidThanWas() {
        var wrong = new ArrayList<String>();
        var said = new TreeMap<String, Integer>();
        for (var story : stories()) {
            var testimony = witness(story.before(), story);
            said.merge(testimony.getClass().getSimpleName(), 1, Integer::sum);
            if (isWrong(testimony, story.truth())) {
                wrong.add(story + " -> " + testimony);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(said.get("Knows")).as("it knows what it can know: %s", said).isGreaterThan(200);
        assertThat(said.get("NeverHeard"))
                .as("it knows what it can know: %s", said)
                .isGreaterThan(10);
    }

    /// The suite must catch a witness that does not look at the counters, and one that believes levels
    /// alone.
    @Test
    void aWitnessWithoutCountersOrOneThatBelievesLevelsIsCaught() {
        assertThat(wrongOnes((story, _) -> witness(blind(story.before()), story, true)))
                .as("without counters an older ending passes for this one's")
                .isPositive();
        assertThat(wrongOnes((story, _) -> believingLevels(story))).isPositive();
        assertThat(wrongOnes((story, _) -> sendingAgain(story))).isPositive();
        assertThat(wrongOnes((story, _) -> witness(story.before(), story))).isZero();
    }

    @Test
    void withoutFaultsTheWitnessKnowsEverything() {
        for (var story : stories()) {
            boolean undisturbed = !story.memoryLost()
                    && story.worked()
                    && !story.older()
                    && story.another().isNone()
                    && story.refill().isNone();
            if (undisturbed && story.arrived()) {
                assertThat(witness(story.before(), story))
                        .as(story.toString())
                        .isInstanceOfSatisfying(
                                Testimony.Knows.class,
                                knows -> assertThat(knows.moved().minorUnits()).isEqualTo(story.truth()));
            } else if (undisturbed) {
                assertThat(witness(story.before(), story)).isInstanceOf(Testimony.NeverHeard.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 2000"})
    void aNoteGivenOutAtPowerUpIsCountedAsTheCountersSay(int strayInLevels, long paid) {
        var incomplete = new SspEvent.Incomplete(true, euros(1000), euros(2000));
        var stray = new SspEvent.Stray(SspEvent.Stray.Kind.DISPENSED_AT_POWER_UP, euros(1000));
        var before = new SspSeen(List.of(), LEVELS, all(100, 7, 3)).sight(false, KNOWN);
        int pieces = 1 + strayInLevels;
        var now =
                new SspSeen(List.of(incomplete, stray), LEVELS.minus(Pieces.of(TEN, pieces)), all(100, 7 + pieces, 3));
        var ask = new Intent.Ask.Exactly("EUR", Pieces.of(TEN, 2));
        var intent = new Intent(new UUID(0, 1), Intent.Purpose.PAY, ask, "change", Optional.empty());

        assertThat(new SspWitness(intent, before, now, SspTraces.between(before, now, KNOWN)).testimony())
                .isInstanceOfSatisfying(
                        Testimony.Knows.class,
                        knows -> assertThat(knows.moved().minorUnits()).isEqualTo(paid));
    }

    @Test
    void anEventNobodyKnowsIsNoProof() {
        var before = new SspSeen(List.of(), LEVELS, all(100, 7, 3)).sight(false, KNOWN);
        var now = new SspSeen(List.of(dispensed(), new SspEvent.Foreign(0x99)), LEVELS, all(100, 7, 3));
        var story = stories().getFirst();

        assertThat(new SspWitness(story.intent(), before, now, SspTraces.between(before, now, KNOWN)).testimony())
                .isInstanceOf(Testimony.Contradicts.class);
    }

    /// Half of the stories are enough to catch a careless one.
    private static long wrongOnes(BiFunction<Story, Void, Testimony> witness) {
        return stories().stream()
                .filter(Story::exactly)
                .filter(story -> isWrong(witness.apply(story, null), story.truth()))
                .count();
    }

    private static boolean isWrong(Testimony testimony, long truth) {
        return switch (testimony) {
            case Testimony.Knows(var moved, var _, var _, var _, var _) -> moved.minorUnits() != truth;
            case Testimony.NeverHeard _ -> truth != 0;
            case Testimony.StillMoving _, Testimony.Silent _, Testimony.Contradicts _ -> false;
        };
    }

    private static Testimony witness(Sight before, Story story) {
        return witness(before, story, false);
    }

    private static Testimony witness(Sight before, Story story, boolean blind) {
        var now = story.now();
        var seen = blind ? new SspSeen(now.events(), now.levels(), new TreeMap<>()) : now;
        return new SspWitness(story.intent(), before, seen, SspTraces.between(before, seen, KNOWN)).testimony();
    }

    /// No counters, and no memory of what was waiting before.
    private static Sight blind(Sight sight) {
        return new Sight(sight.state(), sight.holdings(), new TreeMap<>(), Optional.empty(), sight.alarms());
    }

    private static Testimony believingLevels(Story story) {
        var before = story.before().holdings().orElse(Holdings.NOTHING).in(Place.RECYCLER);
        var fell = story.now().levels().lacking(before);
        return new Testimony.Knows(
                Cash.of("EUR", fell), Cash.none("EUR"), false, Evidence.INVENTORY, "what is not there any more");
    }

    private static Testimony sendingAgain(Story story) {
        return story.now().events().isEmpty()
                ? new Testimony.NeverHeard(Evidence.EVENTS, "no event")
                : witness(story.before(), story);
    }

    private static List<Story> stories() {
        var stories = new ArrayList<Story>();
        var refills = List.of(
                Pieces.NONE, Pieces.of(TWENTY, 1), Pieces.of(FIVE, 3), Pieces.of(Map.of(TWENTY, 1, TEN, 2, FIVE, 1)));
        var others = List.of(
                Pieces.NONE, Pieces.of(FIVE, 1), Pieces.of(TEN, 1), Pieces.of(Map.of(TWENTY, 1, TEN, 2, FIVE, 1)));
        for (int bits = 0; bits < 32; bits++) {
            for (var refill : refills) {
                for (var another : others) {
                    add(stories, bits, refill, another);
                }
            }
        }
        return stories;
    }

    private static void add(List<Story> stories, int bits, Pieces refill, Pieces another) {
        boolean exactly = (bits & 1) != 0;
        boolean rejected = (bits & 2) != 0;
        boolean lost = (bits & 4) != 0;
        boolean worked = (bits & 8) != 0;
        boolean older = (bits & 16) != 0;
        stories.add(new Story(exactly, false, 0, Stop.DONE, false, lost, worked, older, refill, another));
        for (int paid = 0; paid <= PLAN.size(); paid++) {
            for (var stop : paid == PLAN.size() ? List.of(Stop.DONE) : List.of(Stop.JAM, Stop.POWER_CUT)) {
                stories.add(new Story(exactly, true, paid, stop, rejected, lost, worked, older, refill, another));
            }
        }
    }

    private static SspEvent dispensed() {
        return new Amount(Amount.Kind.DISPENSED, euros(ASKED));
    }

    private static SortedMap<String, Long> euros(long amount) {
        return new TreeMap<>(Map.of("EUR", amount));
    }

    private static SortedMap<String, Long> all(long stored, long dispensed, long transferred) {
        return new TreeMap<>(Map.of(
                SspCounters.STACKED,
                0L,
                SspCounters.STORED,
                stored,
                SspCounters.DISPENSED,
                dispensed,
                SspCounters.TRANSFERRED,
                transferred,
                SspCounters.REJECTED,
                0L));
    }
}
