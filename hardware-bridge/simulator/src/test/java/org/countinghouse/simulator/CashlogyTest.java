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
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.money.Intent.Ask;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.device.money.Place;
import org.countinghouse.device.money.Sight;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.MoneyProtocol.Begun;
import org.countinghouse.device.spi.MoneyProtocol.Progress;
import org.countinghouse.device.spi.MoneyProtocol.Testimony;
import org.countinghouse.simulator.PlainTeller.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CashlogyTest {
    private static final Pieces FILLED =
            euros(2000, 5, 1000, 5, 500, 5, 200, 10, 100, 10, 50, 10, 20, 10, 10, 10, 5, 10);
    private static final Duration NEVER = Duration.ofMillis(600);

    private SimulatedCashlogy machine;
    private PlainTeller teller;
    private Sight baseline;

    @BeforeEach
    void greet() throws IOException {
        machine = (SimulatedCashlogy)
                new HouseSimulators().startCashMachine("cashlogy", "front", FILLED, Duration.ofMillis(4));
        open("host");
    }

    @AfterEach
    void close() {
        teller.close();
    }

    private void open(String charge) throws IOException {
        DeviceAddress address = machine.address()
                .with("answer", "15000")
                .with("refusal", "40")
                .with("rest", "60")
                .with("poll", "5")
                .with("charge", charge);
        teller = new PlainTeller(machine, address);
        baseline = teller.greetAndLook();
    }

    @Test
    void aWholeDay() throws IOException {
        begin(Purpose.FILL, new Ask.Open("EUR"));
        teller.insert(2000, 1000);
        teller.followUntil(3000);
        teller.protocol.finish(false, LIMIT);
        assertThat(teller.followToTheEnd().moved().minorUnits()).isEqualTo(3000);
        // A sale of 7.30: the till sees every piece, ends the deposit, and pays the change.
        begin(Purpose.TAKE, new Ask.Worth("EUR", 730));
        teller.insert(500);
        teller.followUntil(500);
        teller.insert(500);
        teller.followUntil(1000);
        teller.protocol.finish(false, LIMIT);
        assertThat(teller.followToTheEnd().moved().minorUnits()).isEqualTo(1000);
        assertThat(teller.carry(payment(270)).moved()).isEqualTo(270);
        // Exactly these pieces, and a drop into the stacker.
        var pieces = euros(200, 2, 1000, 1);
        var exactly = teller.carry(intent(Purpose.PAY, new Ask.Exactly("EUR", pieces)));
        assertThat(((Outcome.Ended) exactly).progress().moved().pieces()).contains(pieces);
        var drop = teller.carry(intent(Purpose.COLLECT, new Ask.Exactly("EUR", euros(2000, 3))));
        assertThat(drop.moved()).isEqualTo(6000);
        assertThat(machine.holds().in(Place.CASHBOX)).isEqualTo(euros(2000, 3));
        var evening = teller.protocol.look();
        assertThat(evening.state()).isEqualTo(Sight.State.READY);
        assertThat(evening.holdings()).contains(machine.holds());
    }

    @Test
    void aPriceTakenByTheMachineItselfIsNetOfItsChange() throws IOException {
        teller.protocol.close();
        open("machine");
        begin(Purpose.TAKE, new Ask.Worth("EUR", 990));
        teller.insert(2000);
        var sale = teller.followToTheEnd();
        assertThat(sale.moved().minorUnits()).isEqualTo(990);
        assertThat(sale.returned().minorUnits()).isEqualTo(1010);
        begin(Purpose.TAKE, new Ask.Worth("EUR", 360));
        teller.insert(200);
        teller.protocol.finish(true, LIMIT);
        var cancelled = teller.followToTheEnd();
        assertThat(cancelled.moved().isNone()).isTrue();
        assertThat(machine.paidOut().total("EUR")).isEqualTo(1010 + 200);
    }

    @Test
    void whatItCannotDoIsRefusedWithTheReason() throws IOException {
        for (var wish : new Intent[] {
            intent(Purpose.COLLECT, new Ask.Open("EUR")),
            intent(Purpose.COLLECT, new Ask.Exactly("EUR", euros(200, 1))),
            intent(Purpose.TAKE, new Ask.Exactly("EUR", euros(200, 1))),
            intent(Purpose.PAY, new Ask.Worth("USD", 5))
        }) {
            assertThat(((Outcome.Refused) teller.carry(wish)).answer()).isInstanceOf(Begun.Refused.class);
        }
        for (var wish :
                new Intent[] {payment(1_000_000), intent(Purpose.PAY, new Ask.Exactly("EUR", euros(2000, 6)))}) {
            assertThat(((Outcome.Refused) teller.carry(wish)).answer()).isInstanceOf(Begun.NotEnough.class);
        }
    }

    /// Each scene once, with a payment of 17.35: what the driver must say. It keeps no record, so a
    /// broken link is silence, whatever happened.
    @ParameterizedTest
    @EnumSource(Scene.class)
    void everySceneIsAnsweredRightly(Scene scene) throws IOException {
        machine.play(scene);
        switch (scene) {
            case CLEARED, ALIVE, REJECT_NEXT_PIECE, BEZEL_TAKEN, BEZEL_RETRACTED, DUPLICATE_NEXT_REPLY ->
                assertEnded(teller.carry(payment(1735), baseline), 1735, Optional.empty());
            case JAMMED -> {
                assertThat(teller.protocol.look().state()).isEqualTo(Sight.State.OUT_OF_ORDER);
                assertEnded(teller.carry(payment(1735), baseline), 0, Optional.of(DeviceFault.JAMMED));
            }
            case DROP_NEXT_COMMAND, DROP_NEXT_REPLY, STALL_AFTER_NEXT, DEAD -> neverAnswered(scene);
            case DAMAGE_NEXT_REPLY, POWER_CYCLE_DURING_NEXT, MEMORY_LOST_DURING_NEXT ->
                assertThat(told(teller.carry(payment(1735), baseline))).isInstanceOf(Testimony.Silent.class);
            case POWER_CYCLE, MEMORY_LOST, CABLE_CUT -> {
                assertThat(told(teller.carry(payment(1735), baseline))).isInstanceOf(Testimony.Silent.class);
                assertThat(machine.paidOut().isNone()).isTrue();
                assertEnded(teller.carry(payment(1735)), 1735, Optional.empty());
            }
            case SECOND_HOST -> {
                PlainTeller.await(this::isReady);
                assertEnded(teller.carry(payment(1735)), 1735, Optional.empty());
            }
            case HOLD_NEXT_IN_BEZEL -> {
                begin(Purpose.PAY, new Ask.Worth("EUR", 1735));
                PlainTeller.await(() -> !machine.holds().in(Place.BEZEL).isNone());
                assertThat(teller.protocol.look().state()).isEqualTo(Sight.State.PAYING);
                machine.play(Scene.BEZEL_RETRACTED);
                assertEnded(new Outcome.Ended(teller.followToTheEnd()), 1730, Optional.of(DeviceFault.JAMMED));
            }
        }
        assertThat(machine.paidOut().total("EUR")).isLessThanOrEqualTo(1740);
    }

    private void neverAnswered(Scene scene) throws IOException {
        var wish = payment(1735);
        assertThat(teller.protocol.begin(wish, baseline, LIMIT, teller.kept::add))
                .isInstanceOf(Begun.Accepted.class);
        assertThat(teller.protocol.follow(NEVER)).isInstanceOf(Progress.Quiet.class);
        assertThat(teller.protocol.testify(wish, baseline, Optional.empty(), true, LIMIT))
                .isInstanceOf(Testimony.Silent.class);
        boolean moved = scene == Scene.DROP_NEXT_REPLY || scene == Scene.STALL_AFTER_NEXT;
        PlainTeller.await(() -> machine.paidOut().total("EUR") == (moved ? 1735 : 0));
        machine.play(Scene.ALIVE);
        assertThat(teller.greetAndLook().state()).isEqualTo(Sight.State.READY);
    }

    @Test
    void aJamOnTheWayTellsWhatCameOut() throws IOException {
        machine.jamAfter(2);
        assertEnded(teller.carry(payment(1735)), 1500, Optional.of(DeviceFault.JAMMED));
        machine.play(Scene.CLEARED);
        machine.jamAfter(1);
        var exactly = teller.carry(intent(Purpose.PAY, new Ask.Exactly("EUR", euros(200, 2))));
        assertEnded(exactly, 200, Optional.of(DeviceFault.JAMMED));
    }

    @Test
    void aLowLevelIsAWarningAndNoFault() throws IOException {
        assertEnded(teller.carry(payment(8000)), 8000, Optional.empty());
        assertThat(teller.protocol.look().alarms()).isNotEmpty();
    }

    @Test
    void anotherHostsPayoutIsBusy() throws IOException {
        machine.play(Scene.HOLD_NEXT_IN_BEZEL);
        machine.play(Scene.SECOND_HOST);
        assertThat(((Outcome.Refused) teller.carry(payment(1735), baseline)).answer())
                .isInstanceOfSatisfying(
                        Begun.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(DeviceFault.BUSY));
        machine.play(Scene.BEZEL_TAKEN);
    }

    @Test
    void aHaltedPayoutTellsWhatMoved() throws IOException {
        machine.play(Scene.HOLD_NEXT_IN_BEZEL);
        begin(Purpose.PAY, new Ask.Worth("EUR", 1735));
        PlainTeller.await(() -> !machine.holds().in(Place.BEZEL).isNone());
        teller.protocol.halt(LIMIT);
        assertEnded(new Outcome.Ended(teller.followToTheEnd()), 1735, Optional.empty());
    }

    @Test
    void aDepositAskedBackIsKept() throws IOException {
        begin(Purpose.TAKE, new Ask.Open("EUR"));
        teller.insert(2000);
        teller.followUntil(2000);
        teller.protocol.finish(true, LIMIT);
        var ended = teller.followToTheEnd();
        assertThat(ended.moved().minorUnits()).isEqualTo(2000);
        assertThat(ended.returned().isNone()).isTrue();
    }

    /// The negative control: whoever sends again what was not answered pays twice, and this suite would
    /// see it.
    @Test
    void sendingAgainPaysTwiceAndIsCaught() throws IOException {
        machine.play(Scene.DROP_NEXT_REPLY);
        teller.protocol.begin(payment(1735), baseline, LIMIT, teller.kept::add);
        teller.protocol.follow(NEVER);
        teller.greetAndLook();
        teller.carry(payment(1735));
        assertThatThrownBy(() -> assertThat(machine.paidOut().total("EUR")).isLessThanOrEqualTo(1740))
                .isInstanceOf(AssertionError.class);
    }

    private boolean isReady() {
        try {
            return teller.protocol.look().state() == Sight.State.READY;
        } catch (IOException e) {
            try {
                teller.protocol.greet(LIMIT);
            } catch (IOException _) {
                return false;
            }
            return false;
        }
    }

    private void begin(Purpose purpose, Ask ask) throws IOException {
        teller.soFar.clear();
        assertThat(teller.protocol.begin(intent(purpose, ask), teller.protocol.look(), LIMIT, teller.kept::add))
                .isInstanceOf(Begun.Accepted.class);
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
