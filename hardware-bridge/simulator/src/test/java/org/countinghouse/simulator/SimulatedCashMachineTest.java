package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.countinghouse.device.CashMachine;
import org.countinghouse.device.CashMachine.DepositEnd;
import org.countinghouse.device.CashMachine.Deposited;
import org.countinghouse.device.CashMachine.Depositing;
import org.countinghouse.device.CashMachine.Dispensing;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.CashMachinePeer.Scene;
import org.countinghouse.device.spi.SimulatedPeers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedCashMachineTest {
    private static final Denomination FIVE = new Denomination("EUR", 500);
    private static final Denomination TEN = new Denomination("EUR", 1000);
    private static final Denomination YEN = new Denomination("JPY", 1000);
    private static final Pieces FILLED = Pieces.of(Map.of(FIVE, 4, TEN, 2));

    private CashMachinePeer peer;
    private CashMachine machine;

    @BeforeEach
    void start() {
        peer = SimulatedPeers.find().orElseThrow().startCashMachine("front", FILLED);
        var connection = Devices.open(peer.address(), Duration.ofSeconds(1));
        machine = ((Devices.Connection.Connected) connection)
                .devices()
                .cashMachine()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        peer.close();
    }

    @Test
    void aDepositShowsItsRunningTotalAndIsKept() {
        assertThat(machine.beginDeposit("sale-1")).isEqualTo(new Depositing.Taking());
        assertThat(peer.insert(TEN)).isTrue();
        assertThat(peer.insert(YEN)).isFalse();
        assertThat(peer.insert(FIVE)).isTrue();

        var inserted = Pieces.of(Map.of(FIVE, 1, TEN, 1));
        assertThat(machine.deposited()).isEqualTo(new Deposited.SoFar(inserted));
        assertThat(machine.endDeposit()).isEqualTo(new DepositEnd.Kept(inserted));
        assertThat(machine.stock()).isEqualTo(new CashMachine.Stock.Holds(FILLED.plus(inserted)));
        assertThat(peer.insert(TEN)).as("the mouth is shut").isFalse();
    }

    @Test
    void aCancelledDepositIsGivenBack() {
        machine.beginDeposit("sale-1");
        peer.insert(TEN);

        assertThat(machine.cancelDeposit()).isEqualTo(new DepositEnd.GivenBack(Pieces.of(TEN, 1), Pieces.NONE));
        assertThat(peer.takeFromTray()).isEqualTo(Pieces.of(TEN, 1));
        assertThat(peer.holds()).isEqualTo(FILLED);
    }

    @Test
    void aJammedMachineSaysWhatItOwes() {
        machine.beginDeposit("sale-1");
        peer.insert(TEN);
        peer.play(Scene.JAMMED);

        assertThat(machine.cancelDeposit()).isEqualTo(new DepositEnd.GivenBack(Pieces.NONE, Pieces.of(TEN, 1)));
        assertThat(machine.state()).isEqualTo(CashMachine.State.JAMMED);
        assertThat(machine.dispense(Pieces.of(FIVE, 1), "change-1")).isEqualTo(new Dispensing.Jammed());
    }

    @Test
    void whatItDoesNotHoldIsNotPaid() {
        assertThat(machine.dispense(Pieces.of(Map.of(TEN, 3, FIVE, 1)), "change-1"))
                .isEqualTo(new Dispensing.NotEnough(Pieces.of(TEN, 1)));
        assertThat(peer.holds()).isEqualTo(FILLED);
        assertThat(machine.answerTo("change-1")).isEmpty();
    }

    @Test
    void theSameReferenceNeverPaysTwice() {
        peer.play(Scene.NEXT_ANSWER_LOST);
        assertThat(machine.dispense(Pieces.of(FIVE, 2), "change-1")).isInstanceOf(Dispensing.NoAnswer.class);

        var paid = new Dispensing.Paid(Pieces.of(FIVE, 2));
        assertThat(machine.answerTo("change-1")).contains(paid);
        assertThat(machine.dispense(Pieces.of(FIVE, 2), "change-1")).isEqualTo(paid);
        assertThat(peer.takeFromTray()).isEqualTo(Pieces.of(FIVE, 2));
    }

    @Test
    void aJamOnTheWayTellsWhatCameOut() {
        peer.jamAfter(1);

        assertThat(machine.dispense(Pieces.of(Map.of(TEN, 1, FIVE, 2)), "change-1"))
                .isEqualTo(new Dispensing.PartlyPaid(Pieces.of(TEN, 1), Pieces.of(FIVE, 2)));
        assertThat(peer.takeFromTray()).isEqualTo(Pieces.of(TEN, 1));
    }

    @Test
    void aDeadMachineAnswersNothing() {
        peer.play(Scene.DEAD);

        assertThat(machine.state()).isEqualTo(CashMachine.State.NO_ANSWER);
        assertThat(machine.stock()).isInstanceOf(CashMachine.Stock.NoAnswer.class);
        assertThat(machine.beginDeposit("sale-1")).isInstanceOf(Depositing.NoAnswer.class);
    }
}
