package org.countinghouse.app.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.SimulatedPeers;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A customer's deposit at a simulated machine at the far end of a cable, with the driver that drives it.
class MachineOnACableTest {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);
    private static final Denomination NOTE = new Denomination("GBP", 1000);

    private CashMachinePeer peer;
    private MachineFixture at;

    @BeforeEach
    void plugIn() throws IOException {
        peer = SimulatedPeers.find()
                .orElseThrow()
                .startCashMachine(
                        "ssp",
                        "till",
                        Pieces.of(Map.of(new Denomination("GBP", 500), 10, NOTE, 10)),
                        Duration.ofMillis(10));
        at = new MachineFixture(SampleShop.BREAD_BASKET, this::cable);
    }

    private Devices cable() {
        return Devices.open(peer.address(), OPEN_LIMIT) instanceof Devices.Connection.Connected(var devices)
                ? devices
                : fail();
    }

    private static Devices fail() {
        throw new AssertionError("the simulated machine does not answer");
    }

    @AfterEach
    void close() {
        at.close();
        peer.close();
    }

    private void deposit(String due) {
        at.pays(due);
        at.until(() -> at.on(() -> at.movement.isDue()));
        at.act(at.movement::deposit);
        at.until(at::isTaking);
    }

    private void insert() {
        at.until(() -> peer.insert(NOTE));
    }

    @Test
    void aCustomersNotesBecomeOneSaleAndTheChangeComesOut() {
        deposit("15.00");
        insert();
        at.until(() -> at.on(() -> at.movement
                .movementProperty()
                .get()
                .filter(now -> now.moved().equals(at.usd("10.00")))
                .isPresent()));
        insert();
        at.until(() -> at.told().equals("machine.outcome.paid"));
        assertThat(at.station.desk.facts(SaleMade.class))
                .extracting(SaleMade::total)
                .containsExactly(at.usd("15.00"));
        assertThat(at.owedInBooks()).isEqualTo("[]");
        at.until(() -> peer.paidOut().plus(peer.takeFromTray()).total("GBP") == 500);
    }

    @Test
    void aJamInTheChangeLeavesItOwed() {
        deposit("5.00");
        peer.jamAfter(0);
        insert();
        at.until(() -> at.told().startsWith("machine.outcome.paid-"));
        at.until(() -> at.on(at.owed::owed).toString().equals("[-5.00 GBP]"));
        assertThat(at.sales).hasSize(1);
    }
}
