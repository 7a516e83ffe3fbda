package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countinghouse.simulator.PlainTeller.LIMIT;
import static org.countinghouse.simulator.PlainTeller.euros;
import static org.countinghouse.simulator.PlainTeller.intent;
import static org.countinghouse.simulator.PlainTeller.payment;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Alarm;
import org.countinghouse.device.money.Holdings;
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

class CashmaticTest {
    private static final Pieces FILLED =
            euros(2000, 5, 1000, 5, 500, 5, 200, 10, 100, 10, 50, 10, 20, 10, 10, 10, 5, 10);

    private SimulatedCashmatic machine;
    private PlainTeller teller;
    private Sight baseline;

    @BeforeEach
    void greet() throws IOException {
        machine = (SimulatedCashmatic)
                new HouseSimulators().startCashMachine("cashmatic", "front", FILLED, Duration.ofMillis(4));
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
        begin(Purpose.FILL, new Ask.Open("EUR"));
        teller.insert(2000, 1000);
        teller.followUntil(3000);
        teller.protocol.finish(false, LIMIT);
        assertThat(teller.followToTheEnd().moved().minorUnits()).isEqualTo(3000);
        begin(Purpose.TAKE, new Ask.Worth("EUR", 730));
        teller.insert(500);
        teller.followUntil(500);
        teller.insert(500);
        var sale = teller.followToTheEnd();
        assertThat(sale.moved().minorUnits()).isEqualTo(730);
        assertThat(sale.returned().minorUnits()).isEqualTo(270);
        assertThat(sale.returned().pieces()).contains(euros(200, 1, 50, 1, 20, 1));
        assertThat(teller.carry(payment(1735)).moved()).isEqualTo(1735);
        assertThat(machine.holds().all().total("EUR")).isEqualTo(FILLED.total("EUR") + 3000 + 730 - 1735);
        // The safe: all there is goes to the cashbox.
        long inside = machine.holds().in(Place.RECYCLER).total("EUR");
        assertThat(teller.carry(intent(Purpose.COLLECT, new Ask.Open("EUR"))).moved()).isEqualTo(inside);
        var evening = teller.protocol.look();
        assertThat(evening.state()).isEqualTo(Sight.State.READY);
        assertThat(evening.holdings()).contains(Holdings.of(Place.CASHBOX, machine.holds().in(Place.CASHBOX)));
    }

    @Test
    void itsRecordIsSeenAndMovesOnWithEveryTransaction() throws IOException {
        assertThat(baseline.record()).contains("15 display t15");
        teller.carry(payment(500));
        assertThat(teller.protocol.look().record()).isNotEqualTo(baseline.record());
    }

    @Test
    void piecesCannotBeChosenAndTheReasonIsTold() throws IOException {
        assertThat(teller.carry(intent(Purpose.PAY, new Ask.Exactly("EUR", euros(100, 2)))))
                .isEqualTo(new Outcome.Refused(new Begun.Refused(
                        DeviceFault.REFUSED, "a Cashmatic is told an amount and chooses the pieces itself")));
        assertThat(((Outcome.Refused) teller.carry(payment(1_000_000))).answer()).isInstanceOf(Begun.NotEnough.class);
        assertThat(((Outcome.Refused) teller.carry(payment(1_001))).answer()).isInstanceOf(Begun.NotEnough.class);
    }

    /// Each scene once, with a payment of 17.35: what the driver must say.
    @ParameterizedTest
    @EnumSource(Scene.class)
    void everySceneIsAnsweredRightly(Scene scene) throws IOException {
        waitShortly();
        machine.play(scene);
        switch (scene) {
            case JAMMED -> {
                assertThat(teller.protocol.look().state()).isEqualTo(Sight.State.OUT_OF_ORDER);
                assertEnded(teller.carry(payment(1735), baseline), 0, Optional.of(DeviceFault.JAMMED));
            }
            case HOLD_NEXT_IN_BEZEL -> heldUntilRetracted();
            case SECOND_HOST -> {
                PlainTeller.await(this::isReady);
                assertEnded(teller.carry(payment(1735)), 1735, Optional.empty());
            }
            case DROP_NEXT_COMMAND, DEAD ->
                assertThat(told(teller.carry(payment(1735), baseline)))
                        .isInstanceOfSatisfying(
                                Testimony.NeverHeard.class,
                                never -> assertThat(never.by()).isEqualTo(Evidence.RECORD));
            case DROP_NEXT_REPLY, DUPLICATE_NEXT_REPLY, DAMAGE_NEXT_REPLY, STALL_AFTER_NEXT ->
                assertThat(told(teller.carry(payment(1735), baseline)))
                        .isInstanceOfSatisfying(Testimony.Knows.class, knows -> {
                            assertThat(knows.by()).isEqualTo(Evidence.RECORD);
                            assertThat(knows.moved().minorUnits()).isEqualTo(1735);
                        });
            case MEMORY_LOST_DURING_NEXT ->
                assertThat(told(teller.carry(payment(1735), baseline))).isInstanceOf(Testimony.Silent.class);
            case POWER_CYCLE_DURING_NEXT ->
                assertEnded(teller.carry(payment(1735), baseline), 1000, Optional.of(DeviceFault.JAMMED));
            case CLEARED, ALIVE, POWER_CYCLE, MEMORY_LOST, REJECT_NEXT_PIECE, CABLE_CUT, BEZEL_TAKEN, BEZEL_RETRACTED ->
                assertThat(teller.carry(payment(1735), baseline).moved()).isEqualTo(1735);
        }
        assertNothingPaidTwice();
    }

    private void heldUntilRetracted() throws IOException {
        begin(Purpose.PAY, new Ask.Worth("EUR", 1735));
        teller.followUntil(1735);
        machine.play(Scene.BEZEL_RETRACTED);
        assertEnded(new Outcome.Ended(teller.followToTheEnd()), 1730, Optional.of(DeviceFault.JAMMED));
    }

    @Test
    void aTokenRevokedInTheMiddleIsSurvivedAndNothingIsBegunAnew() throws IOException {
        begin(Purpose.TAKE, new Ask.Worth("EUR", 2000));
        teller.insert(500);
        teller.followUntil(500);
        machine.revokeToken();
        teller.insert(500);
        teller.followUntil(1000);
        machine.revokeToken();
        teller.insert(1000);
        assertThat(teller.followToTheEnd().moved().minorUnits()).isEqualTo(2000);
        machine.revokeToken();
        assertThat(teller.carry(payment(1735)).moved()).isEqualTo(1735);
        assertThat(machine.takenIn().total("EUR")).isEqualTo(2000);
    }

    @Test
    void aJamOnTheWayTellsWhatCameOut() throws IOException {
        machine.jamAfter(2);
        assertEnded(teller.carry(payment(1735)), 1500, Optional.of(DeviceFault.JAMMED));
        assertThat(teller.protocol.look().alarms()).anyMatch(alarm -> alarm.kind() == Alarm.Kind.FAULT);
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

    /// The machine calls this a success (odoo#268296); what was not dispensed says otherwise.
    @Test
    void aRefundThatFailedInPartIsTold() throws IOException {
        begin(Purpose.TAKE, new Ask.Worth("EUR", 5000));
        teller.insert(2000, 500);
        teller.followUntil(2500);
        machine.jamAfter(1);
        teller.protocol.finish(true, LIMIT);
        var ended = teller.followToTheEnd();
        assertThat(ended.moved().minorUnits()).isEqualTo(500);
        assertThat(ended.returned().minorUnits()).isEqualTo(2000);
        assertThat(ended.fault()).contains(DeviceFault.JAMMED);
        assertThat(ended.words()).contains("not dispensed 500");
    }

    @Test
    void anOpenDepositIsKeptWhateverIsAsked() throws IOException {
        begin(Purpose.TAKE, new Ask.Open("EUR"));
        teller.insert(2000);
        teller.followUntil(2000);
        teller.protocol.finish(true, LIMIT);
        var ended = teller.followToTheEnd();
        assertThat(ended.moved().minorUnits()).isEqualTo(2000);
        assertThat(ended.returned().isNone()).isTrue();
    }

    @Test
    void anEarlyEndKeepsWhatCame() throws IOException {
        begin(Purpose.TAKE, new Ask.Worth("EUR", 5000));
        teller.insert(2000);
        teller.followUntil(2000);
        teller.protocol.finish(false, LIMIT);
        assertThat(teller.followToTheEnd().moved().minorUnits()).isEqualTo(2000);
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
    void anothersTransactionAfterOursIsAContradiction() throws IOException {
        var ours = payment(1735);
        teller.carry(ours);
        machine.play(Scene.SECOND_HOST);
        PlainTeller.await(this::isReady);
        assertThat(testify(ours)).isInstanceOf(Testimony.Contradicts.class);
    }

    @Test
    void withoutABaselineThereIsNoProofThatItNeverCame() throws IOException {
        machine.play(Scene.MEMORY_LOST);
        teller.protocol.greet(LIMIT);
        var blank = teller.protocol.look();
        assertThat(blank.record()).isEmpty();
        assertThat(teller.protocol.testify(payment(5), blank, Optional.empty(), false, LIMIT))
                .isInstanceOf(Testimony.Silent.class);
    }

    @Test
    void moneyThatWentAwayWithoutARecordIsAContradiction() throws IOException {
        machine.refill(euros(2000, 1));
        assertThat(testify(payment(1735))).isInstanceOf(Testimony.Contradicts.class);
    }

    @Test
    void aRestartInTheMiddleFindsWhatRuns() throws IOException {
        var wish = intent(Purpose.TAKE, new Ask.Worth("EUR", 2000));
        teller.protocol.begin(wish, baseline, LIMIT, teller.kept::add);
        teller.insert(500);
        teller.protocol.greet(LIMIT);
        assertThat(testify(wish))
                .isInstanceOfSatisfying(
                        Testimony.StillMoving.class,
                        still -> assertThat(still.soFar().minorUnits()).isEqualTo(500));
        teller.insert(2000);
        assertThat(teller.followToTheEnd().returned().minorUnits()).isEqualTo(500);
    }

    @Test
    void whatRunsWithoutANameIsWaitedForAndNotTakenForOurs() throws IOException {
        machine.doesNotNameWhatRuns();
        var wish = intent(Purpose.TAKE, new Ask.Worth("EUR", 2000));
        teller.protocol.begin(wish, baseline, LIMIT, teller.kept::add);
        teller.insert(500);
        teller.followUntil(500);
        teller.protocol.greet(LIMIT);
        assertThat(teller.protocol.testify(wish, baseline, Optional.empty(), false, Duration.ofMillis(900)))
                .isInstanceOf(Testimony.Silent.class);
        assertThat(teller.protocol.look().state()).isEqualTo(Sight.State.OCCUPIED);
        teller.insert(2000);
        assertThat(teller.testimony(wish, baseline))
                .isInstanceOfSatisfying(
                        Testimony.Knows.class,
                        knows -> assertThat(knows.moved().minorUnits()).isEqualTo(2000));
    }

    @Test
    void thePasswordIsInNoMessage() {
        var wrong = new PlainTeller(machine, machine.address().with("password", "sauce"));
        assertThatThrownBy(() -> wrong.protocol.greet(LIMIT))
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessageNotContaining("sauce")
                .hasMessageContaining("does not take the user or the password");
        wrong.protocol.close();
    }

    /// The negative control: whoever sends again what broke pays twice, and this suite would see it.
    @Test
    void sendingAgainPaysTwiceAndIsCaught() throws IOException {
        machine.play(Scene.DROP_NEXT_REPLY);
        assertThatThrownBy(() -> teller.protocol.begin(payment(1735), baseline, LIMIT, teller.kept::add))
                .isInstanceOf(IOException.class);
        PlainTeller.await(this::isReady);
        teller.carry(payment(1735));
        assertThatThrownBy(this::assertNothingPaidTwice).isInstanceOf(AssertionError.class);
    }

    private Testimony testify(org.countinghouse.device.money.Intent wish) throws IOException {
        return teller.protocol.testify(wish, baseline, Optional.empty(), false, LIMIT);
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
        assertThat(machine.paidOut().total("EUR")).isLessThanOrEqualTo(1740);
    }

    private static Testimony told(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Told.class);
        return ((Outcome.Told) outcome).testimony();
    }

    private static void assertEnded(Outcome outcome, long moved, Optional<DeviceFault> fault) {
        assertThat(outcome).isInstanceOf(Outcome.Ended.class);
        Progress.Ended ended = ((Outcome.Ended) outcome).progress();
        assertThat(ended.moved().minorUnits()).isEqualTo(moved);
        assertThat(ended.fault()).isEqualTo(fault);
    }
}
