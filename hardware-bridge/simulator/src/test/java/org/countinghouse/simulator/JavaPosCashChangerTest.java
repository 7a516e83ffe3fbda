package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jpos.CashChanger;
import jpos.CashChangerConst;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.SimulatedPeers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our cash changer service over a native driver and a simulated machine, through `jpos.CashChanger` only.
class JavaPosCashChangerTest {
    private static final Denomination FIVE = new Denomination("EUR", 500);
    private static final Denomination TEN = new Denomination("EUR", 1000);

    private final CashChanger changer = new CashChanger();

    @TempDir
    Path folder;

    private CashMachinePeer peer;
    private Devices devices;

    @BeforeEach
    void open() throws Exception {
        System.setProperty("countinghouse.journals", folder.toString());
        peer = SimulatedPeers.find()
                .orElseThrow()
                .startCashMachine("ssp", "till", Pieces.of(Map.of(FIVE, 10, TEN, 10)), Duration.ofMillis(20));
        var address = DeviceAddress.of("javapos:" + peer.address());
        devices = ((Devices.Connection.Connected) Devices.open(address, Duration.ofSeconds(5))).devices();
        changer.open("CashChanger " + peer.address());
        changer.claim(2000);
        changer.setDeviceEnabled(true);
    }

    @AfterEach
    void close() throws JposException {
        changer.close();
        devices.close();
        peer.close();
        System.clearProperty("countinghouse.journals");
    }

    @Test
    void changeComesOutOfTheMachineOnce() throws JposException {
        String[] counts = {""};
        boolean[] discrepancy = {true};
        changer.readCashCounts(counts, discrepancy);
        assertThat(counts[0]).contains("500:10", "1000:10");
        assertThat(discrepancy[0]).isFalse();

        changer.dispenseChange(2500);

        assertThat(peer.paidOut().total("EUR")).isEqualTo(2500);
        assertThatThrownBy(() -> changer.dispenseChange(1_000_000)).isInstanceOf(JposException.class);
        assertThat(peer.paidOut().total("EUR")).isEqualTo(2500);
    }

    @Test
    void aPayoutWhoseAnswerIsLostIsPaidOnce() throws JposException {
        peer.play(CashMachinePeer.Scene.DROP_NEXT_REPLY);
        try {
            changer.dispenseChange(1500);
        } catch (JposException e) {
            assertThat(e.getErrorCode()).isEqualTo(JposConst.JPOS_E_FAILURE);
        }
        assertThat(peer.paidOut().total("EUR")).isEqualTo(1500);
    }

    @Test
    void whatACustomerPutsInIsTheDeposit() throws Exception {
        var data = new LinkedBlockingQueue<Integer>();
        changer.addDataListener(_ -> {
            try {
                data.add(changer.getDepositAmount());
            } catch (JposException e) {
                data.add(-1);
            }
        });
        changer.setRealTimeDataEnabled(true);
        changer.setDataEventEnabled(true);
        changer.beginDeposit();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!peer.insert(TEN) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(data.poll(5, TimeUnit.SECONDS)).isEqualTo(1000);
        changer.fixDeposit();
        assertThat(changer.getDepositAmount()).isEqualTo(1000);
        changer.endDeposit(CashChangerConst.CHAN_DEPOSIT_NOCHANGE);
        assertThat(peer.takenIn().total("EUR")).isEqualTo(1000);
    }
}
