package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.simulator.SspCounter.FILLING;
import static org.countinghouse.simulator.SspCounter.FIVE;
import static org.countinghouse.simulator.SspCounter.LIMIT;
import static org.countinghouse.simulator.SspCounter.TEN;
import static org.countinghouse.simulator.SspCounter.TWENTY;
import static org.countinghouse.simulator.SspCounter.of;
import static org.countinghouse.simulator.SspCounter.open;
import static org.countinghouse.simulator.SspCounter.pay;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong between a payout and its end, and what the driver may say of it afterwards. The
/// claim behind every test: it never says that less was paid than was.
@Timeout(30)
class SspScenesTest {
    /// One try, so that a lost frame is a dead link at once.
    private static final String ONE_TRY = "answer=250&tries=1&poll=2";

    private static final String THREE_TRIES = "answer=250&tries=3&poll=2";

    private SspCounter counter;
    private final Intent intent = pay(of(TWENTY, 1, TEN, 2));
    private Sight baseline;

    @BeforeEach
    void start() throws IOException {
        counter = SspCounter.worked(ONE_TRY);
        baseline = counter.machine.look();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP_NEXT_COMMAND", "DROP_NEXT_REPLY", "DUPLICATE_NEXT_REPLY", "DAMAGE_NEXT_REPLY"})
    void withinOneConnectionALostOrDamagedFrameIsRepeatedAndPaidOnce(Scene scene) throws IOException {
        counter.close();
        counter = SspCounter.worked(THREE_TRIES);
        var before = counter.peer.paidOut();
        counter.peer.play(scene);

        assertThat(counter.whole(intent).moved()).isEqualTo(Cash.of("EUR", of(TWENTY, 1, TEN, 2)));

        assertThat(counter.peer.paidOut().minus(before)).isEqualTo(of(TWENTY, 1, TEN, 2));
    }

    @Test
    void aCommandThatNeverArrivedIsProvedByTheCounters() throws IOException {
        breaksWith(Scene.DROP_NEXT_COMMAND);

        assertThat(counter.testimony(intent, baseline))
                .isInstanceOfSatisfying(
                        Testimony.NeverHeard.class,
                        heard -> assertThat(heard.by()).isEqualTo(Evidence.COUNTERS));
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP_NEXT_REPLY", "DAMAGE_NEXT_REPLY"})
    void aPayoutWhoseAnswerWasLostIsKnownAfterwards(Scene scene) throws IOException {
        breaksWith(scene);

        knows(Cash.of("EUR", of(TWENTY, 1, TEN, 2)), Evidence.EVENTS);
    }

    @Test
    void aSilentMachineIsADeadLinkAndTestifiesWhenItSpeaksAgain() throws IOException {
        breaksWith(Scene.STALL_AFTER_NEXT);
        assertThatThrownBy(() -> counter.machine.greet(Duration.ofSeconds(1))).isInstanceOf(IOException.class);
        counter.peer.play(Scene.ALIVE);

        knows(Cash.of("EUR", of(TWENTY, 1, TEN, 2)), Evidence.EVENTS);
    }

    @Test
    void aDeadMachineIsADeadLink() {
        counter.peer.play(Scene.DEAD);

        dead(() -> counter.machine.look());
        dead(() -> counter.machine.follow(LIMIT));
    }

    @Test
    void aCutCableInTheMiddleOfAPayoutHidesNothing() throws IOException {
        assertThat(counter.begin(intent, baseline)).isEqualTo(new Begun.Accepted());
        counter.peer.play(Scene.CABLE_CUT);
        dead(counter::ended);

        knows(Cash.of("EUR", of(TWENTY, 1, TEN, 2)), Evidence.EVENTS);
    }

    @Test
    void aPowerCutAfterTheFirstPieceLeavesAnEventThatTellsHowFarItCame() throws IOException {
        counter.peer.play(Scene.POWER_CYCLE_DURING_NEXT);
        assertThat(counter.begin(intent, baseline)).isEqualTo(new Begun.Accepted());
        dead(counter::ended);

        knows(Cash.of("EUR", of(TEN, 1)), Evidence.EVENTS);
        assertThat(counter.peer.paidOut()).isEqualTo(of(FIVE, 1, TEN, 1));
        assertThat(counter.machine.look().alarms()).extracting(Alarm::kind).contains(Alarm.Kind.FAULT);
    }

    @Test
    void aLostMemoryProvesNothingAndIsNotTakenForNothingPaid() throws IOException {
        counter.peer.play(Scene.MEMORY_LOST_DURING_NEXT);
        assertThat(counter.begin(intent, baseline)).isEqualTo(new Begun.Accepted());
        dead(counter::ended);

        assertThat(counter.testimony(intent, baseline)).isInstanceOf(Testimony.Contradicts.class);
    }

    @Test
    void aMemoryLostByAMachineThatHadNeverPaidIsNotTakenForNothingPaidEither() throws IOException {
        counter.close();
        counter = SspCounter.with("ssp", FILLING, ONE_TRY);
        baseline = counter.machine.look();
        counter.peer.play(Scene.MEMORY_LOST_DURING_NEXT);
        assertThat(counter.begin(intent, baseline)).isEqualTo(new Begun.Accepted());
        dead(counter::ended);

        assertThat(counter.testimony(intent, baseline)).isInstanceOf(Testimony.Contradicts.class);
        counter.peer.refill(of(TEN, 1));
        assertThat(counter.testimony(intent, baseline)).isInstanceOf(Testimony.Silent.class);
    }

    @Test
    void aRefillByHandNeitherHidesAPayoutNorMakesOne() throws IOException {
        breaksWith(Scene.DROP_NEXT_REPLY);
        SspCounter.await(() -> counter.peer.paidOut().total("EUR") == 4500);
        counter.peer.refill(of(TWENTY, 1, TEN, 2, FIVE, 7));

        knows(Cash.of("EUR", of(TWENTY, 1, TEN, 2)), Evidence.EVENTS);

        var next = pay(1000);
        baseline = counter.machine.look();
        counter.peer.play(Scene.DROP_NEXT_COMMAND);
        dead(() -> counter.begin(next, baseline));
        counter.peer.refill(of(TEN, 3));
        assertThat(counter.testimony(next, baseline)).isInstanceOf(Testimony.NeverHeard.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherHostsPieceIsNotTakenForOurs(boolean arrived) throws IOException {
        breaksWith(arrived ? Scene.DROP_NEXT_REPLY : Scene.DROP_NEXT_COMMAND);
        SspCounter.await(() -> counter.peer.paidOut().total("EUR") == (arrived ? 4500 : 500));
        counter.peer.play(Scene.SECOND_HOST);

        assertThat(counter.testimony(intent, baseline)).isInstanceOf(Testimony.Contradicts.class);
    }

    @Test
    void anotherHostsPieceOfTheSameWorthIsNotTakenForOurs() throws IOException {
        var five = pay(500);
        counter.peer.play(Scene.DROP_NEXT_COMMAND);
        dead(() -> counter.begin(five, baseline));
        counter.peer.play(Scene.SECOND_HOST);

        assertThat(counter.testimony(five, baseline)).isInstanceOf(Testimony.Contradicts.class);
    }

    @Test
    void anOlderPayoutsEndingIsNotTakenForThisOnes() throws IOException {
        breaksWith(Scene.DROP_NEXT_REPLY);
        knows(Cash.of("EUR", of(TWENTY, 1, TEN, 2)), Evidence.EVENTS);
        var again = pay(of(TWENTY, 1, TEN, 2));
        var older = counter.machine.look();
        assertThat(older.record()).contains("DISPENSED{EUR=4000}");

        // The station stopped after the wish was written down and before it was sent.
        assertThat(counter.testimony(again, older)).isInstanceOf(Testimony.NeverHeard.class);

        // And here it was sent and paid, and its ending looks like the older one's.
        counter.peer.play(Scene.DROP_NEXT_REPLY);
        dead(() -> counter.begin(again, older));
        assertThat(counter.testimony(again, older)).isInstanceOf(Testimony.Contradicts.class);
    }

    @Test
    void theSameAmountIsPaidAgainWhileAnOlderEndingStillWaits() throws IOException {
        breaksWith(Scene.DROP_NEXT_REPLY);
        knows(Cash.of("EUR", of(TWENTY, 1, TEN, 2)), Evidence.EVENTS);
        var again = pay(of(TWENTY, 1, TEN, 2));
        var older = counter.machine.look();
        assertThat(older.record()).isPresent();

        assertThat(counter.begin(again, older)).isEqualTo(new Begun.Accepted());

        assertThat(counter.ended().moved()).isEqualTo(Cash.of("EUR", of(TWENTY, 1, TEN, 2)));
        assertThat(counter.machine.testify(again, older, Optional.empty(), true, LIMIT))
                .isInstanceOf(Testimony.Knows.class);
    }

    @Test
    void aJamIsKnownAfterTheCableWasCut() throws IOException {
        counter.peer.jamAfter(1);
        breaksWith(Scene.DROP_NEXT_REPLY);

        knows(Cash.of("EUR", of(TEN, 1)), Evidence.EVENTS);
        counter.peer.play(Scene.CLEARED);
        assertThat(counter.machine.look().state()).isEqualTo(Sight.State.READY);
    }

    @Test
    void aNoteInTheBezelWhenThePowerFailsIsCountedOnce() throws IOException {
        counter.peer.play(Scene.HOLD_NEXT_IN_BEZEL);
        breaksWith(Scene.DROP_NEXT_REPLY);
        SspCounter.await(() -> !counter.peer.holds().in(Place.BEZEL).isNone());
        counter.machine.greet(LIMIT);
        assertThat(counter.machine.testify(intent, baseline, Optional.empty(), false, LIMIT))
                .isInstanceOf(Testimony.StillMoving.class);
        counter.peer.play(Scene.POWER_CYCLE);

        knows(Cash.of("EUR", of(TWENTY, 1, TEN, 2)), Evidence.EVENTS);
        assertThat(counter.peer.paidOut()).isEqualTo(of(FIVE, 1, TWENTY, 1, TEN, 2));
    }

    @Test
    void aPayoutFoundStillMovingIsFollowedToItsEnd() throws IOException {
        counter.peer.play(Scene.HOLD_NEXT_IN_BEZEL);
        breaksWith(Scene.DROP_NEXT_REPLY);
        SspCounter.await(() -> !counter.peer.holds().in(Place.BEZEL).isNone());
        counter.machine.greet(LIMIT);
        assertThat(counter.machine.testify(intent, baseline, Optional.empty(), false, LIMIT))
                .isEqualTo(new Testimony.StillMoving(Cash.amount("EUR", 4000)));
        counter.peer.play(Scene.BEZEL_TAKEN);

        assertThat(counter.ended().moved()).isEqualTo(Cash.of("EUR", of(TWENTY, 1, TEN, 2)));
    }

    @ParameterizedTest
    @EnumSource(names = {"POWER_CYCLE", "MEMORY_LOST"})
    void aPowerCutWhileNothingRunsIsADeadLinkAndChangesNothing(Scene scene) throws IOException {
        counter.peer.play(scene);
        dead(() -> counter.machine.look());
        counter.machine.greet(LIMIT);

        var sight = counter.machine.look();

        assertThat(sight.holdings()).isEqualTo(baseline.holdings());
        assertThat(sight.counters().equals(baseline.counters())).isEqualTo(scene == Scene.POWER_CYCLE);
        assertThat(counter.whole(pay(500)).moved().minorUnits()).isEqualTo(500);
    }

    @Test
    void aDepositThatWasCutOffIsCountedByTheMachine() throws IOException {
        var take = open(Purpose.TAKE);
        assertThat(counter.begin(take, baseline)).isEqualTo(new Begun.Accepted());
        counter.peer.insert(TEN);
        counter.peer.insert(TEN);
        counter.peer.play(Scene.CABLE_CUT);
        counter.peer.insert(FIVE);
        dead(() -> counter.machine.follow(LIMIT));

        knows(take, Cash.of("EUR", of(TEN, 2, FIVE, 1)), Evidence.COUNTERS);
        assertThat(counter.peer.insert(FIVE)).as("greeting shut the mouth").isFalse();
    }

    @Test
    void anEmptyDepositThatWasCutOffIsKnownToBeEmpty() throws IOException {
        var take = open(Purpose.TAKE);
        counter.peer.play(Scene.DROP_NEXT_REPLY);
        dead(() -> counter.begin(take, baseline));

        knows(take, Cash.none("EUR"), Evidence.COUNTERS);
    }

    @Test
    void aCollectionThatWasCutOffIsCountedByTheMachine() throws IOException {
        var collect = open(Purpose.COLLECT);
        counter.peer.play(Scene.DROP_NEXT_REPLY);
        dead(() -> counter.begin(collect, baseline));

        knows(collect, Cash.of("EUR", FILLING), Evidence.COUNTERS);
    }

    @Test
    void aHopperWithoutCountersIsSilentWhenNoEventTells() throws IOException {
        counter.close();
        counter = SspCounter.with("ssp-hopper", Pieces.of(TEN, 20), ONE_TRY);
        var coins = pay(2000);
        baseline = counter.machine.look();
        counter.peer.play(Scene.DROP_NEXT_COMMAND);
        dead(() -> counter.begin(coins, baseline));
        assertThat(counter.testimony(coins, baseline)).isInstanceOf(Testimony.Silent.class);

        var more = pay(3000);
        baseline = counter.machine.look();
        counter.peer.play(Scene.DROP_NEXT_REPLY);
        dead(() -> counter.begin(more, baseline));
        knows(more, Cash.of("EUR", of(TEN, 3)), Evidence.EVENTS);
    }

    private void breaksWith(Scene scene) {
        counter.peer.play(scene);
        dead(() -> counter.begin(intent, baseline));
    }

    private void knows(Cash moved, Evidence by) throws IOException {
        knows(intent, moved, by);
    }

    private void knows(Intent asked, Cash moved, Evidence by) throws IOException {
        assertThat(counter.testimony(asked, baseline)).isInstanceOfSatisfying(Testimony.Knows.class, knows -> {
            assertThat(knows.moved()).isEqualTo(moved);
            assertThat(knows.by()).isEqualTo(by);
        });
    }

    private static void dead(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IOException.class);
    }
}
