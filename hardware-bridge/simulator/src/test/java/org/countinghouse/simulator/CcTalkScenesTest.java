package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.simulator.CcTalkCounter.DOLLAR;
import static org.countinghouse.simulator.CcTalkCounter.LIMIT;
import static org.countinghouse.simulator.CcTalkCounter.QUARTER;
import static org.countinghouse.simulator.CcTalkCounter.TEN;
import static org.countinghouse.simulator.CcTalkCounter.coins;
import static org.countinghouse.simulator.CcTalkCounter.exactly;
import static org.countinghouse.simulator.CcTalkCounter.intent;
import static org.countinghouse.simulator.CcTalkCounter.words;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the driver says of everything that can happen to the bus, against what really came out.
class CcTalkScenesTest {
    private static final CcTalkBench.Ways PLAIN = new CcTalkBench.Ways(false, false, false);
    private static final CcTalkBench.Ways ECHOING = new CcTalkBench.Ways(true, false, true);

    /// Three quarters and two dollars are to be paid, of which so much comes out.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JAMMED                    | refused     | 0",
                "DROP_NEXT_COMMAND         | refused     | 0",
                "DROP_NEXT_REPLY           | paid 275    | 275",
                "DUPLICATE_NEXT_REPLY      | paid 275    | 275",
                "DAMAGE_NEXT_REPLY         | paid 275    | 275",
                "STALL_AFTER_NEXT          | knows 75    | 75",
                "POWER_CYCLE_DURING_NEXT   | paid 25 JAMMED | 25",
                "MEMORY_LOST_DURING_NEXT   | contradicts | 25",
                "POWER_CYCLE               | paid 275    | 275",
                "MEMORY_LOST               | paid 275    | 275",
                "REJECT_NEXT_PIECE         | paid 275    | 275",
                "HOLD_NEXT_IN_BEZEL        | paid 275    | 275",
                "BEZEL_TAKEN               | paid 275    | 275",
                "BEZEL_RETRACTED           | paid 275    | 275",
                "CLEARED                   | paid 275    | 275",
                "ALIVE                     | paid 275    | 275",
            })
    void everySceneBeforeAPayoutIsToldAsItIs(Scene scene, String told, long cameOut) throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.peer.play(scene);

            assertThat(counter.work(exactly(coins(3, 2)))).isEqualTo(told);
            assertThat(counter.paidOut()).isEqualTo(cameOut);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP_NEXT_REPLY", "DAMAGE_NEXT_REPLY"})
    void aLostReplyExecutesOnce(Scene scene) throws IOException {
        for (var ways : List.of(CcTalkBench.Ways.USUAL, PLAIN, ECHOING)) {
            try (var counter = CcTalkCounter.openNew(coins(40, 40), ways)) {
                counter.peer.play(scene);

                assertThat(counter.work(exactly(coins(2, 0)))).isEqualTo("paid 50");
                assertThat(counter.paidOut()).isEqualTo(50);
                assertThat(counter.money.look().counters()).containsEntry("hopper-3.events", 1L);
            }
        }
    }

    @Test
    void aCommandANewHopperNeverHeardIsKnownBecauseItWasNotReset() throws IOException {
        try (var counter = CcTalkCounter.openNew(coins(40, 40), PLAIN)) {
            counter.peer.play(Scene.DROP_NEXT_COMMAND);

            assertThat(counter.work(exactly(coins(2, 0)))).isEqualTo("refused");
            assertThat(counter.paidOut()).isZero();
        }
    }

    @Test
    void aNewHopperThatLostItsMemoryIsNotTakenForOneThatHeardNothing() throws IOException {
        try (var counter = CcTalkCounter.openNew(coins(40, 40), PLAIN)) {
            assertThat(counter.begin(exactly(coins(3, 0)))).isEqualTo(new Begun.Accepted());
            CcTalkCounter.eventually(() -> counter.paidOut() == 75);
            counter.peer.play(Scene.MEMORY_LOST);

            assertThat(counter.testimony()).isInstanceOf(Testimony.Silent.class);
        }
    }

    @Test
    void aDeadBusIsNoAnswerAndComesBack() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.peer.play(Scene.DEAD);
            assertThatThrownBy(counter.money::look).isInstanceOf(IOException.class);
            assertThatThrownBy(counter::greet).isInstanceOf(IOException.class);
            counter.peer.play(Scene.ALIVE);
            counter.greet();
            assertThat(counter.work(exactly(coins(1, 0)))).isEqualTo("paid 25");
        }
    }

    @Test
    void aCutCableLeavesTheHopperPayingAndItsCountersTell() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(exactly(coins(9, 2)));
            counter.peer.play(Scene.CABLE_CUT);
            assertThatThrownBy(counter::follow).isInstanceOf(IOException.class);

            assertThat(words(counter.testimony())).isEqualTo("knows 225");
            assertThat(counter.paidOut()).isEqualTo(225);
        }
    }

    @Test
    void aCrashBetweenTwoHoppersIsAPart() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(exactly(coins(3, 2)));

            assertThat(words(counter.testimony())).isEqualTo("knows 75");
            assertThat(counter.paidOut()).isEqualTo(75);
        }
    }

    @Test
    void whoeverAskedHowItEndedDoesNotSeeTheNextHopperStart() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(exactly(coins(3, 2)));
            counter.money.testify(counter.asked.orElseThrow(), counter.baseline, counter.kept, true, LIMIT);

            assertThat(counter.follow().moved().minorUnits()).isEqualTo(75);
            assertThat(counter.paidOut()).isEqualTo(75);
        }
    }

    @Test
    void powerLostAfterSomeCoinsWhileNobodyLookedIsAPart() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.peer.play(Scene.POWER_CYCLE_DURING_NEXT);
            counter.begin(exactly(coins(3, 2)));

            assertThat(words(counter.testimony())).isEqualTo("knows 25");
            assertThat(counter.paidOut()).isEqualTo(25);
        }
    }

    @Test
    void withoutAReferenceNothingWasSaid() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.baseline = counter.money.look();
            counter.asked = Optional.of(exactly(coins(3, 2)));

            assertThat(words(counter.testimony())).isEqualTo("never heard");
        }
    }

    @Test
    void anotherHostBeforeOursIsNoticedAndNothingIsSent() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            var seen = counter.money.look();
            counter.peer.play(Scene.SECOND_HOST);
            CcTalkCounter.eventually(() -> counter.paidOut() == 25);

            assertThat(counter.money.begin(exactly(coins(3, 2)), seen, LIMIT, _ -> {}))
                    .isInstanceOf(Begun.Refused.class);
            assertThat(counter.paidOut()).isEqualTo(25);
        }
    }

    @Test
    void anotherHostAfterOursContradicts() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(exactly(coins(3, 0)));
            CcTalkCounter.eventually(() -> counter.paidOut() == 75);
            counter.peer.play(Scene.SECOND_HOST);
            CcTalkCounter.eventually(() -> counter.paidOut() == 100);

            assertThat(words(counter.testimony())).isEqualTo("contradicts");
        }
    }

    @Test
    void anotherHostInsteadOfOursContradicts() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.peer.play(Scene.DROP_NEXT_COMMAND);
            counter.begin(exactly(coins(3, 0)));
            counter.peer.play(Scene.SECOND_HOST);
            CcTalkCounter.eventually(() -> counter.paidOut() == 25);

            assertThat(words(counter.testimony())).isEqualTo("contradicts");
        }
    }

    @Test
    void powerLostInADepositKeepsWhatTheLogKept() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, new Intent.Ask.Open("USD")));
            counter.peer.insert(DOLLAR);
            counter.peer.insert(TEN);
            counter.peer.play(Scene.POWER_CYCLE);

            assertThat(words(counter.testimony())).isEqualTo("knows 100");
            assertThat(counter.peer.takenIn()).isEqualTo(Pieces.of(DOLLAR, 1));
        }
    }

    @Test
    void memoryLostInADepositIsNotGuessed() throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, new Intent.Ask.Open("USD")));
            counter.peer.insert(DOLLAR);
            counter.peer.play(Scene.MEMORY_LOST);

            assertThat(words(counter.testimony())).isEqualTo("contradicts");
        }
    }

    @ParameterizedTest
    @CsvSource({"DROP_NEXT_COMMAND", "DROP_NEXT_REPLY", "DUPLICATE_NEXT_REPLY", "DAMAGE_NEXT_REPLY"})
    void aBillIsStackedOnceWhateverHappensToTheCommand(Scene scene) throws IOException {
        try (var counter = CcTalkCounter.open(coins(40, 40))) {
            counter.begin(intent(Purpose.TAKE, new Intent.Ask.Open("USD")));
            counter.peer.play(scene);
            counter.peer.insert(TEN);
            counter.money.follow(LIMIT);
            counter.money.finish(false, LIMIT);

            assertThat(counter.follow().moved().minorUnits()).isEqualTo(1000);
            assertThat(counter.peer.holds().in(Place.CASHBOX)).isEqualTo(Pieces.of(TEN, 1));
        }
    }

    /// Whatever happens, in whatever order: what the driver says is proven is what came out.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingProvenIsEverWrong(long seed) throws IOException {
        var random = new Random(seed);
        var scenes = List.of(
                Scene.DROP_NEXT_COMMAND,
                Scene.DROP_NEXT_REPLY,
                Scene.DUPLICATE_NEXT_REPLY,
                Scene.DAMAGE_NEXT_REPLY,
                Scene.STALL_AFTER_NEXT,
                Scene.POWER_CYCLE_DURING_NEXT,
                Scene.MEMORY_LOST_DURING_NEXT,
                Scene.POWER_CYCLE,
                Scene.MEMORY_LOST,
                Scene.REJECT_NEXT_PIECE);
        var ways = List.of(CcTalkBench.Ways.USUAL, PLAIN, ECHOING).get(random.nextInt(3));
        try (var counter = CcTalkCounter.openNew(coins(400, 400), ways)) {
            for (int round = 0; round < 8; round++) {
                long before = counter.paidOut();
                counter.peer.play(scenes.get(random.nextInt(scenes.size())));
                if (random.nextInt(4) == 0) {
                    counter.peer.jamAfter(random.nextInt(4));
                }
                String told = counter.work(exactly(coins(1 + random.nextInt(3), random.nextInt(3))));
                long cameOut = counter.paidOut() - before;

                assertThat(told).as("round %d of %s: %d came out", round, ways, cameOut).satisfiesAnyOf(
                        words -> assertThat(words).isIn("silent", "contradicts"),
                        words -> assertThat(cameOut).isEqualTo(proven(words)));
                counter.peer.play(Scene.ALIVE);
                counter.peer.play(Scene.CLEARED);
            }
        }
    }

    private static long proven(String words) {
        return words.startsWith("paid ") || words.startsWith("knows ") ? Long.parseLong(words.split(" ")[1]) : 0;
    }
}
