package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.simulator.PlainTeller.LIMIT;
import static org.countinghouse.simulator.PlainTeller.euro;
import static org.countinghouse.simulator.PlainTeller.euros;
import static org.countinghouse.simulator.PlainTeller.intent;
import static org.countinghouse.simulator.PlainTeller.payment;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Intent.Ask;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Evidence;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.simulator.PlainTeller.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CashDroTest {
    private static final Pieces FILLED =
            euros(2000, 5, 1000, 5, 500, 5, 200, 10, 100, 10, 50, 10, 20, 10, 10, 10, 5, 10);

    private SimulatedCashDro machine;
    private PlainTeller teller;
    private Sight baseline;

    @BeforeEach
    void greet() throws IOException {
        machine = (SimulatedCashDro)
                new HouseSimulators().startCashMachine("cashdro", "front", FILLED, Duration.ofMillis(4));
        teller = waiting("3000");
        baseline = teller.greetAndLook();
    }

    private PlainTeller waiting(String answerMillis) {
        return new PlainTeller(
                machine,
                machine.address().with("answer", answerMillis).with("poll", "5").with("quiet", "20"));
    }

    /// The machine is warm by now: where it will be silent, nobody needs to wait long.
    private void waitShortly() throws IOException {
        teller.protocol.close();
        teller = waiting("700");
        baseline = teller.greetAndLook();
    }

    @AfterEach
    void close() {
        teller.close();
    }

    @Test
    void aWholeDay() throws IOException {
        // A float loan of 30.00.
        begin(Purpose.FILL, new Ask.Open("EUR"));
        teller.insert(2000, 1000);
        teller.followUntil(3000);
        teller.protocol.finish(false, LIMIT);
        assertThat(teller.followToTheEnd().moved().minorUnits()).isEqualTo(3000);
        // A sale of 7.30 paid with 10.00: the machine gives the change itself.
        begin(Purpose.TAKE, new Ask.Worth("EUR", 730));
        teller.insert(500);
        teller.followUntil(500);
        teller.insert(500);
        var sale = teller.followToTheEnd();
        assertThat(sale.moved().minorUnits()).isEqualTo(730);
        assertThat(sale.returned().minorUnits()).isEqualTo(270);
        // A refund.
        assertThat(teller.carry(payment(1735)).moved()).isEqualTo(1735);
        assertThat(teller.soFar).isSortedAccordingTo((a, b) -> Long.compare(a.minorUnits(), b.minorUnits()));
        var evening = teller.protocol.look();
        assertThat(evening.state()).isEqualTo(Sight.State.READY);
        assertThat(evening.holdings()).contains(machine.holds());
        assertThat(machine.holds().all().total("EUR"))
                .isEqualTo(FILLED.total("EUR") + 3000 + 730 - 1735);
    }

    @Test
    void theInventoryIsToldByPlaceAndWhatIsEmptyIsAnAlarm() throws IOException {
        assertThat(baseline.holdings().orElseThrow().in(Place.RECYCLER)).isEqualTo(FILLED);
        assertThat(baseline.alarms())
                .anySatisfy(alarm -> assertThat(alarm.denomination()).contains(euro(5000)))
                .allSatisfy(alarm -> assertThat(alarm.kind()).isEqualTo(Alarm.Kind.EMPTY));
    }

    @Test
    void piecesCannotBeChosenAndTheReasonIsTold() throws IOException {
        var exactly = intent(Purpose.PAY, new Ask.Exactly("EUR", euros(100, 2)));
        assertThat(teller.carry(exactly))
                .isEqualTo(new Outcome.Refused(new Begun.Refused(
                        DeviceFault.REFUSED, "a CashDro is told an amount and chooses the pieces itself")));
        assertThat(teller.carry(intent(Purpose.COLLECT, new Ask.Open("EUR")))).isInstanceOf(Outcome.Refused.class);
        assertThat(teller.carry(intent(Purpose.PAY, new Ask.Worth("USD", 100)))).isInstanceOf(Outcome.Refused.class);
        assertThat(teller.carry(payment(1_000_000)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.answer()).isInstanceOf(Begun.NotEnough.class));
        assertThat(machine.paidOut().isNone()).isTrue();
    }

    /// Each scene once, with a payment of 17.35: what the driver must say.
    @ParameterizedTest
    @EnumSource(Scene.class)
    void everySceneIsAnsweredRightly(Scene scene) throws IOException {
        waitShortly();
        machine.play(scene);
        if (scene == Scene.JAMMED) {
            assertEnded(teller.carry(payment(1735), baseline), 0, Optional.of(DeviceFault.JAMMED));
            return;
        }
        if (scene == Scene.SECOND_HOST) {
            PlainTeller.await(() -> !machine.paidOut().isNone());
            PlainTeller.await(() -> isReady());
            assertEnded(teller.carry(payment(1735)), 1735, Optional.empty());
            return;
        }
        if (scene == Scene.HOLD_NEXT_IN_BEZEL) {
            heldUntilRetracted();
            return;
        }
        var outcome = teller.carry(payment(1735), baseline);
        switch (scene) {
            case DROP_NEXT_COMMAND, DEAD ->
                assertThat(((Outcome.Told) outcome).testimony())
                        .isInstanceOfSatisfying(
                                Testimony.NeverHeard.class,
                                never -> assertThat(never.by()).isEqualTo(Evidence.RECORD));
            case DROP_NEXT_REPLY, DUPLICATE_NEXT_REPLY, DAMAGE_NEXT_REPLY, STALL_AFTER_NEXT -> {
                assertThat(((Outcome.Told) outcome).testimony())
                        .isInstanceOfSatisfying(
                                Testimony.Knows.class, knows -> assertThat(knows.by()).isEqualTo(Evidence.RECORD));
                assertThat(outcome.moved()).isEqualTo(1735);
            }
            case MEMORY_LOST_DURING_NEXT ->
                assertThat(((Outcome.Told) outcome).testimony()).isInstanceOf(Testimony.Silent.class);
            case POWER_CYCLE_DURING_NEXT -> assertEnded(outcome, 1000, Optional.of(DeviceFault.JAMMED));
            case CLEARED, ALIVE, POWER_CYCLE, MEMORY_LOST, REJECT_NEXT_PIECE, CABLE_CUT, BEZEL_TAKEN, BEZEL_RETRACTED ->
                assertThat(outcome.moved()).isEqualTo(1735);
            case JAMMED, SECOND_HOST, HOLD_NEXT_IN_BEZEL -> throw new AssertionError("asked before");
        }
        assertNothingPaidTwice();
    }

    private void heldUntilRetracted() throws IOException {
        begin(Purpose.PAY, new Ask.Worth("EUR", 1735));
        teller.followUntil(1735);
        machine.play(Scene.BEZEL_RETRACTED);
        assertEnded(new Outcome.Ended(teller.followToTheEnd()), 1730, Optional.of(DeviceFault.JAMMED));
        assertThat(machine.paidOut().total("EUR")).isEqualTo(1730);
    }

    @Test
    void aNoteInTheBezelThatIsTakenIsPaid() throws IOException {
        machine.play(Scene.HOLD_NEXT_IN_BEZEL);
        begin(Purpose.PAY, new Ask.Worth("EUR", 2000));
        teller.followUntil(2000);
        machine.play(Scene.BEZEL_TAKEN);
        assertEnded(new Outcome.Ended(teller.followToTheEnd()), 2000, Optional.empty());
    }

    @Test
    void aJamOnTheWayTellsWhatCameOut() throws IOException {
        machine.jamAfter(2);
        assertEnded(teller.carry(payment(1735)), 1500, Optional.of(DeviceFault.JAMMED));
        assertThat(teller.protocol.look().alarms()).anyMatch(alarm -> alarm.kind() == Alarm.Kind.JAMMED);
        machine.play(Scene.CLEARED);
        assertEnded(teller.carry(payment(235)), 235, Optional.empty());
    }

    /// The number never reached us: nothing was acknowledged, so nothing can have run.
    @ParameterizedTest
    @EnumSource(
            value = Scene.class,
            names = {
                "DROP_NEXT_COMMAND",
                "DROP_NEXT_REPLY",
                "DUPLICATE_NEXT_REPLY",
                "DAMAGE_NEXT_REPLY",
                "STALL_AFTER_NEXT"
            })
    void anOperationWithoutANumberNeverRan(Scene scene) throws IOException {
        waitShortly();
        machine.troubleAtStart();
        machine.play(scene);
        var outcome = teller.carry(payment(1735));
        assertThat(((Outcome.Told) outcome).testimony()).isInstanceOf(Testimony.NeverHeard.class);
        assertThat(teller.kept).isEmpty();
        assertThat(machine.paidOut().isNone()).isTrue();
    }

    @Test
    void anOrphanThatRunsIsAContradictionAndNotOurs() throws IOException {
        var wish = payment(1735);
        machine.play(Scene.HOLD_NEXT_IN_BEZEL);
        machine.play(Scene.SECOND_HOST);
        PlainTeller.await(() -> !isReady());
        assertThat(teller.protocol.testify(wish, baseline, Optional.empty(), false, LIMIT))
                .isInstanceOf(Testimony.Contradicts.class);
        assertThat(teller.protocol.look().state()).isEqualTo(Sight.State.OCCUPIED);
        assertThat(((Outcome.Refused) teller.carry(wish)).answer())
                .isInstanceOfSatisfying(
                        Begun.Refused.class, refused -> assertThat(refused.fault()).isEqualTo(DeviceFault.BUSY));
        machine.play(Scene.BEZEL_TAKEN);
    }

    @Test
    void moneyThatWentAwayWithoutANumberIsAContradiction() throws IOException {
        machine.play(Scene.SECOND_HOST);
        PlainTeller.await(() -> !machine.paidOut().isNone());
        PlainTeller.await(this::isReady);
        assertThat(teller.protocol.testify(payment(5), baseline, Optional.empty(), false, LIMIT))
                .isInstanceOf(Testimony.Contradicts.class);
    }

    @Test
    void aNumberThatIsAnothersIsAContradiction() throws IOException {
        teller.carry(payment(1735));
        assertThat(teller.protocol.testify(
                        payment(1735), baseline, Optional.of(teller.kept.getLast()), false, LIMIT))
                .isInstanceOf(Testimony.Contradicts.class);
    }

    @Test
    void aCancelledDepositIsGivenBack() throws IOException {
        begin(Purpose.TAKE, new Ask.Worth("EUR", 5000));
        teller.insert(2000, 500);
        teller.followUntil(2500);
        teller.protocol.finish(true, LIMIT);
        var ended = teller.followToTheEnd();
        assertThat(ended.moved().isNone()).isTrue();
        assertThat(ended.returned().minorUnits()).isEqualTo(2500);
        assertThat(ended.fault()).isEmpty();
    }

    @Test
    void aRefundThatFailedInPartIsTold() throws IOException {
        begin(Purpose.TAKE, new Ask.Open("EUR"));
        teller.insert(2000, 500);
        teller.followUntil(2500);
        machine.jamAfter(1);
        teller.protocol.finish(true, LIMIT);
        var ended = teller.followToTheEnd();
        assertThat(ended.moved().minorUnits()).isEqualTo(500);
        assertThat(ended.returned().minorUnits()).isEqualTo(2000);
        assertThat(ended.fault()).contains(DeviceFault.JAMMED);
    }

    @Test
    void aHaltedPayoutTellsWhatMoved() throws IOException {
        machine.play(Scene.HOLD_NEXT_IN_BEZEL);
        begin(Purpose.PAY, new Ask.Worth("EUR", 1735));
        teller.followUntil(1735);
        teller.protocol.halt(LIMIT);
        assertThat(teller.followToTheEnd().moved().minorUnits()).isEqualTo(1735);
    }

    @Test
    void aRestartInTheMiddleOfADepositFindsItsRecord() throws IOException {
        var wish = intent(Purpose.TAKE, new Ask.Worth("EUR", 2000));
        assertThat(teller.protocol.begin(wish, baseline, LIMIT, teller.kept::add)).isInstanceOf(Begun.Accepted.class);
        teller.insert(500);
        teller.protocol.greet(LIMIT);
        assertThat(teller.protocol.testify(wish, baseline, Optional.of(teller.kept.getLast()), false, LIMIT))
                .isInstanceOfSatisfying(
                        Testimony.StillMoving.class,
                        still -> assertThat(still.soFar().minorUnits()).isEqualTo(500));
        teller.insert(2000);
        var ended = teller.followToTheEnd();
        assertThat(ended.moved().minorUnits()).isEqualTo(2000);
        assertThat(ended.returned().minorUnits()).isEqualTo(500);
    }

    @Test
    void refusedConnectionsWhileItCountsAreAskedAgainAndNoOrderIs() throws Exception {
        machine.refuseConnections(true);
        var back = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(Duration.ofMillis(100));
                machine.refuseConnections(false);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(teller.protocol.look().state()).isEqualTo(Sight.State.READY);
        back.join();
    }

    @Test
    void aClosedLineFailsSoon() throws Exception {
        machine.play(Scene.DEAD);
        var closing = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            teller.protocol.close();
        });
        long begun = System.nanoTime();
        assertThatThrownBy(() -> teller.protocol.look()).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2500));
        closing.join();
    }

    @Test
    void thePasswordIsInNoMessage() {
        var wrong = new PlainTeller(
                machine, machine.address().with("password", "secret&sauce").with("answer", "300"));
        assertThatThrownBy(() -> wrong.protocol.greet(LIMIT))
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessageNotContaining("sauce")
                .hasMessageContaining("user or password is wrong");
        wrong.protocol.close();
    }

    /// The negative control: whoever sends again what broke pays twice, and this suite would see it.
    @Test
    void sendingAgainPaysTwiceAndIsCaught() throws IOException {
        machine.play(Scene.DROP_NEXT_REPLY);
        var first = payment(1735);
        assertThatThrownBy(() -> teller.protocol.begin(first, baseline, LIMIT, teller.kept::add))
                .isInstanceOf(IOException.class);
        PlainTeller.await(this::isReady);
        teller.carry(payment(1735));
        assertThatThrownBy(this::assertNothingPaidTwice).isInstanceOf(AssertionError.class);
    }

    private boolean isReady() {
        try {
            return teller.protocol.look().state() == Sight.State.READY;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void begin(Purpose purpose, Ask ask) throws IOException {
        teller.soFar.clear();
        assertThat(teller.protocol.begin(intent(purpose, ask), teller.protocol.look(), LIMIT, teller.kept::add))
                .isInstanceOf(Begun.Accepted.class);
    }

    private void assertNothingPaidTwice() {
        assertThat(machine.paidOut().total("EUR")).isLessThanOrEqualTo(1735);
    }

    private static void assertEnded(Outcome outcome, long moved, Optional<DeviceFault> fault) {
        assertThat(outcome).isInstanceOf(Outcome.Ended.class);
        Progress.Ended ended = ((Outcome.Ended) outcome).progress();
        assertThat(ended.moved().minorUnits()).isEqualTo(moved);
        assertThat(ended.fault()).isEqualTo(fault);
    }
}
