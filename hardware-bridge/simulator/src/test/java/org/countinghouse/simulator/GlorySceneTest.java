package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.simulator.GloryCounter.FILLED;
import static org.countinghouse.simulator.GloryCounter.FIVE;
import static org.countinghouse.simulator.GloryCounter.LIMIT;
import static org.countinghouse.simulator.GloryCounter.ONE;
import static org.countinghouse.simulator.GloryCounter.SHORT;
import static org.countinghouse.simulator.GloryCounter.TEN;
import static org.countinghouse.simulator.GloryCounter.TWENTY;
import static org.countinghouse.simulator.GloryCounter.pay;
import static org.countinghouse.simulator.GloryCounter.take;
import static org.countinghouse.simulator.GloryCounter.until;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Cash;
import org.countinghouse.device.money.Holdings;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that can happen to a machine, and what the driver says then. It never says that nothing
/// moved, or how much, unless the machine's answer and what is inside agree.
@ParameterizedClass
@EnumSource(GloryWay.class)
class GlorySceneTest {
    private static final Pieces TWELVE = Pieces.of(Map.of(TEN, 1, ONE, 2));
    private static final Cash ALL = Cash.of("EUR", TWELVE);

    private final GloryWay way;

    GlorySceneTest(GloryWay way) {
        this.way = way;
    }

    @Test
    void aJammedMachineRefusesAndIsReadyWhenCleared() throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(Scene.JAMMED);
            assertThat(counter.begin(pay(TWELVE)))
                    .isInstanceOfSatisfying(
                            Begun.Refused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(DeviceFault.JAMMED));
            assertThat(counter.baseline.state()).isEqualTo(Sight.State.JAMMED);

            counter.peer.play(Scene.CLEARED);
            assertThat(counter.paid(pay(TWELVE)).moved()).isEqualTo(ALL);
        }
    }

    @Test
    void aDeadMachineIsALostLinkAndComesBack() throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(Scene.DEAD);
            assertThatThrownBy(() -> counter.machine.greet(SHORT)).isInstanceOf(IOException.class);

            counter.peer.play(Scene.ALIVE);
            counter.machine.greet(LIMIT);
            assertThat(counter.paid(pay(TWELVE)).moved()).isEqualTo(ALL);
        }
    }

    @Test
    void aCommandThatNeverArrivedIsUnknownAndTheMachineIsSilentAboutIt() throws IOException {
        try (var counter = way.impatient()) {
            counter.peer.play(Scene.DROP_NEXT_COMMAND);

            assertThatThrownBy(() -> counter.begin(pay(TWELVE))).isInstanceOf(IOException.class);

            assertThat(counter.afterwards()).isInstanceOf(Testimony.Silent.class);
            assertThat(counter.machine.look().holdings()).isEqualTo(counter.baseline.holdings());
            assertThat(counter.peer.executed()).isZero();
        }
    }

    @Test
    void anAnswerThatNeverArrivedIsUnknownAndIsNotAskedForAgain() throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(Scene.DROP_NEXT_REPLY);

            assertThatThrownBy(() -> counter.paid(pay(TWELVE))).isInstanceOf(IOException.class);

            assertThat(counter.afterwards()).isInstanceOf(Testimony.Silent.class);
            assertThat(counter.peer.executed()).isEqualTo(1);
            assertThat(counter.peer.paidOut()).isEqualTo(TWELVE);
            assertThat(counter.machine.look().holdings().map(Holdings::all)).contains(FILLED.minus(TWELVE));
        }
    }

    @Test
    void anAnswerThatComesTwiceSettlesOnce() throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(Scene.DUPLICATE_NEXT_REPLY);
            assertThat(counter.paid(pay(TWELVE)).moved()).isEqualTo(ALL);

            assertThat(counter.machine.follow(Duration.ofMillis(50))).isEqualTo(new Progress.Quiet());
            assertThat(counter.paid(pay(Pieces.of(ONE, 1))).moved().minorUnits())
                    .isEqualTo(100);
        }
    }

    @Test
    void aDamagedAnswerThatNobodyElseTellsIsUnknown() throws IOException {
        try (var counter = way.open()) {
            counter.peer.tellsAnswers(false);
            counter.peer.play(Scene.DAMAGE_NEXT_REPLY);

            assertThatThrownBy(() -> counter.paid(pay(TWELVE))).isInstanceOf(IOException.class);

            assertThat(counter.afterwards()).isInstanceOf(Testimony.Silent.class);
        }
    }

    @Test
    void aMachineThatObeysAndFallsSilentIsUnknownUntilItIsBack() throws IOException {
        try (var counter = way.impatient()) {
            counter.peer.play(Scene.STALL_AFTER_NEXT);

            assertThatThrownBy(() -> counter.begin(pay(TWELVE))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> counter.machine.greet(SHORT)).isInstanceOf(IOException.class);

            counter.peer.play(Scene.ALIVE);
            assertThat(counter.afterwards()).isInstanceOf(Testimony.Silent.class);
            assertThat(counter.peer.paidOut()).isEqualTo(TWELVE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POWER_CYCLE_DURING_NEXT", "MEMORY_LOST_DURING_NEXT"})
    void aPowerFailureOnTheWayIsUnknownAndNothingIsPaidAgain(Scene failure) throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(failure);

            assertThatThrownBy(() -> counter.paid(pay(TWELVE))).isInstanceOf(IOException.class);

            assertThat(counter.afterwards()).isInstanceOf(Testimony.Silent.class);
            assertThat(counter.peer.paidOut()).isEqualTo(Pieces.of(TEN, 1));
            assertThat(counter.machine.look().holdings().orElseThrow().all())
                    .isEqualTo(FILLED.minus(Pieces.of(TEN, 1)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POWER_CYCLE", "MEMORY_LOST", "CABLE_CUT"})
    void anIdleMachineThatWasGoneIsGreetedAnew(Scene gone) throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(gone);

            counter.machine.greet(LIMIT);
            assertThat(counter.paid(pay(TWELVE)).moved()).isEqualTo(ALL);
        }
    }

    @Test
    void aCableThatIsCutOnTheWayIsUnknownWhileItPaysOn() throws IOException {
        try (var counter = way.filled(FILLED, Duration.ofMillis(60))) {
            counter.begin(pay(Pieces.of(ONE, 8)));
            counter.peer.play(Scene.CABLE_CUT);

            assertThatThrownBy(counter::ended).isInstanceOf(IOException.class);
            assertThat(counter.afterwards()).isInstanceOf(Testimony.StillMoving.class);

            until(() -> counter.peer.paidOut().count(ONE) == 8);
            until(() -> quietly(counter) instanceof Testimony.Silent);
        }
    }

    @Test
    void aRejectedPieceIsReplacedAndNotCountedAsPaid() throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(Scene.REJECT_NEXT_PIECE);

            assertThat(counter.paid(pay(TWELVE)).moved()).isEqualTo(ALL);

            var holdings = counter.machine.look().holdings().orElseThrow();
            assertThat(holdings.in(Place.RECYCLER).count(TEN)).isEqualTo(8);
            assertThat(holdings.in(Place.CASHBOX)).isEqualTo(Pieces.of(TEN, 1));
        }
    }

    @Test
    void aPieceNobodyTakesIsHeldUntilAHandComes() throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(Scene.HOLD_NEXT_IN_BEZEL);
            counter.begin(pay(Pieces.of(TWENTY, 2)));
            until(() -> held(counter));
            assertThat(counter.machine.look().alarms())
                    .anyMatch(alarm -> alarm.kind() == org.countinghouse.device.money.Alarm.Kind.NOTE_HELD);

            counter.peer.play(Scene.BEZEL_TAKEN);
            var over = counter.ended();

            assertThat(over.moved().minorUnits()).isEqualTo(4000);
            assertThat(over.held()).isFalse();
        }
    }

    @Test
    void aPieceThatIsDrawnInAgainWasNotPaid() throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(Scene.HOLD_NEXT_IN_BEZEL);
            counter.begin(pay(Pieces.of(TWENTY, 2)));
            until(() -> held(counter));

            counter.peer.play(Scene.BEZEL_RETRACTED);
            var over = counter.ended();

            assertThat(over.moved()).isEqualTo(Cash.of("EUR", Pieces.of(TWENTY, 1)));
            assertThat(over.fault()).isPresent();
        }
    }

    @Test
    void whatAnotherHostPaysIsNotTakenForOurs() throws IOException {
        try (var counter = way.open()) {
            counter.peer.play(Scene.DROP_NEXT_REPLY);
            assertThatThrownBy(() -> counter.paid(pay(TWELVE))).isInstanceOf(IOException.class);
            counter.peer.play(Scene.SECOND_HOST);

            assertThat(counter.afterwards()).isInstanceOf(Testimony.Silent.class);
        }
    }

    @Test
    void aJammedMachineThatNeverAnsweredIsNotThroughUntilItIsCleared() throws IOException {
        try (var counter = way.open()) {
            counter.peer.jamAfter(1);
            counter.peer.play(Scene.DROP_NEXT_REPLY);
            counter.begin(pay(TWELVE));
            until(() -> counter.peer.holds().in(Place.RECYCLER).count(TEN) == 9);

            assertThat(counter.afterwards()).isInstanceOf(Testimony.StillMoving.class);

            counter.peer.play(Scene.CLEARED);
            assertThat(counter.afterwards()).isInstanceOf(Testimony.Silent.class);
        }
    }

    @Test
    void aDepositEndsWhenAJamIsClearedAndNotBefore() throws IOException {
        try (var counter = way.open()) {
            counter.begin(take());
            counter.peer.insert(TWENTY);
            counter.peer.play(Scene.JAMMED);

            counter.machine.finish(false, LIMIT);
            assertThat(counter.machine.follow(SHORT)).isNotInstanceOf(Progress.Ended.class);

            counter.peer.play(Scene.CLEARED);
            assertThat(counter.ended().moved().minorUnits()).isEqualTo(2000);
        }
    }

    @Test
    void anErrorIsNotBelievedWhenTheInventorySaysOtherwise() throws IOException {
        try (var counter = way.filled(FILLED, Duration.ofMillis(40))) {
            counter.peer.jamAfter(3);
            counter.begin(pay(Pieces.of(ONE, 6)));
            counter.peer.refill(Pieces.of(ONE, 5));

            assertThatThrownBy(counter::ended).isInstanceOf(IOException.class);
            assertThat(counter.afterwards()).isInstanceOf(Testimony.Contradicts.class);
        }
    }

    @Test
    void anAnswerThatCameInTimeIsTestifiedFromTheSameConnection() throws IOException {
        try (var counter = way.open()) {
            counter.begin(pay(TWELVE));
            until(() -> counter.peer.paidOut().equals(TWELVE));

            until(() -> testified(counter) instanceof Testimony.Knows(var moved, var _, var _, Evidence by, var _)
                    && moved.equals(ALL)
                    && by == Evidence.ANSWER);
        }
    }

    @Test
    void aDepositThatOutlivedItsConnectionCanBeEnded() throws IOException {
        try (var counter = way.open()) {
            counter.begin(take());
            counter.peer.insert(TWENTY);
            counter.peer.play(Scene.CABLE_CUT);

            assertThat(counter.afterwards()).isInstanceOf(Testimony.StillMoving.class);
            counter.peer.insert(FIVE);
            counter.machine.finish(false, LIMIT);

            assertThat(counter.ended().moved().minorUnits()).isEqualTo(2500);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionOfOursFromBeforeDoesNotStandInOurWay(boolean takesOver) throws IOException {
        try (var counter = way.open()) {
            counter.peer.takesOver(takesOver);
            counter.peer.play(Scene.CABLE_CUT);

            counter.machine.greet(LIMIT);
            assertThat(counter.machine.look().state()).isEqualTo(Sight.State.READY);
            assertThat(counter.paid(pay(TWELVE)).moved()).isEqualTo(ALL);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP_NEXT_COMMAND", "DROP_NEXT_REPLY", "STALL_AFTER_NEXT"})
    void aDepositWhoseStartIsNotAnsweredIsUnknown(Scene scene) throws IOException {
        try (var counter = way.impatient()) {
            counter.peer.play(scene);

            assertThatThrownBy(() -> counter.begin(take())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aMachineThatIsGoneIsNotToldToPay() throws IOException {
        var counter = way.open();
        counter.peer.close();

        var begun = counter.machine.begin(pay(TWELVE), counter.baseline, LIMIT, _ -> {
            throw new AssertionError("nothing was sent, so there is nothing to keep");
        });

        assertThat(begun)
                .isInstanceOfSatisfying(
                        Begun.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(DeviceFault.NO_ANSWER));
        counter.machine.close();
    }

    @Test
    void theSameIntentAlwaysHasTheSameNumberAndAMachineThatKnowsItPaysOnce() throws IOException {
        try (var counter = way.open()) {
            var intent = pay(TWELVE);
            assertThat(counter.paid(intent).moved()).isEqualTo(ALL);
            var number = counter.kept;

            assertThatThrownBy(() -> counter.begin(intent))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("96");

            assertThat(counter.kept).isEqualTo(number);
            assertThat(counter.peer.paidOut()).isEqualTo(TWELVE);
        }
    }

    private static boolean held(GloryCounter counter) {
        try {
            return counter.machine.follow(Duration.ofMillis(100)) instanceof Progress.Moving(var _, boolean held)
                    && held;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Testimony quietly(GloryCounter counter) {
        try {
            return counter.afterwards();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Testimony testified(GloryCounter counter) {
        try {
            return counter.machine.testify(counter.intent, counter.baseline, counter.kept, true, LIMIT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
