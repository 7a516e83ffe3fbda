package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import jpos.CashChangerConst;
import jpos.JposConst;
import jpos.JposException;
import org.junit.jupiter.api.Test;

/// What a JavaPOS program does with a cash machine.
class CashChangerServiceTest extends CashChangerCounter {
    @Test
    void itIsClaimedEnabledAndAsked() throws JposException {
        fails(() -> changer.dispenseChange(10), JposConst.JPOS_E_DISABLED, 0);
        fails(() -> changer.setDeviceEnabled(true), JposConst.JPOS_E_NOTCLAIMED, 0);
        enable();

        assertThat(changer.getCurrencyCode()).isEqualTo("EUR");
        assertThat(changer.getCurrencyCashList()).isEqualTo("10,100;500");
        assertThat(changer.getDepositCashList()).isEqualTo("10,100;500");
        String[] counts = {""};
        boolean[] discrepancy = {true};
        changer.readCashCounts(counts, discrepancy);
        assertThat(counts[0]).isEqualTo("10:5,100:5;500:4");
        assertThat(discrepancy[0]).isFalse();
        assertThat(changer.getDeviceStatus()).isEqualTo(CashChangerConst.CHAN_STATUS_OK);
        changer.checkHealth(JposConst.JPOS_CH_INTERNAL);
        assertThat(changer.getCheckHealthText()).isEqualTo("cash machine: WELL, ready");
        fails(() -> changer.setCurrencyCode("CHF"), JposConst.JPOS_E_ILLEGAL, 0);
        fails(() -> changer.pauseDeposit(CashChangerConst.CHAN_DEPOSIT_PAUSE), JposConst.JPOS_E_ILLEGAL, 0);
    }

    @Test
    void changeIsPaidOnce() throws JposException {
        enable();
        changer.dispenseChange(620);
        changer.dispenseCash("100:1;500:1");

        assertThat(metal.paid).isEqualTo(620 + 600);
        assertThat(metal.inside).isEqualTo("10:3,100:3;500:2");
    }

    @Test
    void whatCannotBePaidIsRefusedInJavaPosWords() throws JposException {
        enable();
        fails(() -> changer.dispenseChange(15), JposConst.JPOS_E_EXTENDED, CashChangerConst.JPOS_ECHAN_OVERDISPENSE);
        fails(() -> changer.dispenseChange(-1), JposConst.JPOS_E_ILLEGAL, 0);
        fails(() -> changer.dispenseChange(0), JposConst.JPOS_E_ILLEGAL, 0);
        fails(() -> changer.dispenseCash("ten"), JposConst.JPOS_E_ILLEGAL, 0);
        fails(() -> changer.dispenseCash(";"), JposConst.JPOS_E_ILLEGAL, 0);
        fails(() -> changer.dispenseCash("7:1"), JposConst.JPOS_E_EXTENDED, CashChangerConst.JPOS_ECHAN_OVERDISPENSE);
        assertThat(metal.paid).isZero();
    }

    @Test
    void anAsynchronousPayoutEndsByItsEvent() throws Exception {
        enable();
        changer.setAsyncMode(true);
        metal.waits = true;
        changer.dispenseChange(500);

        assertThat(changer.getState()).isEqualTo(JposConst.JPOS_S_BUSY);
        fails(() -> changer.dispenseChange(10), JposConst.JPOS_E_BUSY, 0);
        fails(() -> changer.readCashCounts(new String[1], new boolean[1]), JposConst.JPOS_E_BUSY, 0);
        waitUntil(() -> metal.dispensed.size() == 1);
        metal.finishPayout();

        waitUntil(() -> statuses.contains(CashChangerConst.CHAN_STATUS_ASYNC));
        assertThat(changer.getAsyncResultCode()).isEqualTo(JposConst.JPOS_SUCCESS);
        assertThat(metal.paid).isEqualTo(500);
    }

    @Test
    void aDepositIsFixedAndKept() throws Exception {
        enable();
        changer.setRealTimeDataEnabled(true);
        changer.setDataEventEnabled(true);
        changer.beginDeposit();
        assertThat(changer.getDepositStatus()).isEqualTo(CashChangerConst.CHAN_STATUS_DEPOSIT_START);
        fails(() -> changer.endDeposit(CashChangerConst.CHAN_DEPOSIT_NOCHANGE), JposConst.JPOS_E_ILLEGAL, 0);
        fails(changer::beginDeposit, JposConst.JPOS_E_ILLEGAL, 0);

        metal.comesIn("10:1;500:1");
        assertThat(data.poll(5, TimeUnit.SECONDS)).isEqualTo("510 10:1,100:0;500:1");
        metal.comesIn("10:2;500:1");
        changer.fixDeposit();
        assertThat(changer.getDepositStatus()).isEqualTo(CashChangerConst.CHAN_STATUS_DEPOSIT_END);
        assertThat(changer.getDepositAmount()).isEqualTo(520);
        changer.endDeposit(CashChangerConst.CHAN_DEPOSIT_NOCHANGE);

        assertThat(changer.getDepositStatus()).isEqualTo(CashChangerConst.CHAN_STATUS_DEPOSIT_NONE);
        assertThat(changer.getDepositAmount()).as("until the next deposit").isEqualTo(520);
        assertThat(metal.inside).isEqualTo("10:7,100:5;500:5");
        assertThat(metal.paid).isZero();
    }

    @Test
    void aDepositThatIsRepaidIsPaidBackWhole() throws Exception {
        enable();
        changer.beginDeposit();
        metal.comesIn("10:2;500:1");
        changer.fixDeposit();
        changer.endDeposit(CashChangerConst.CHAN_DEPOSIT_REPAY);

        assertThat(metal.paid).isEqualTo(520);
        assertThat(metal.inside).isEqualTo("10:5,100:5;500:4");
    }

    @Test
    void aMachineThatIsOffIsNoHardwareAndAPowerEvent() throws Exception {
        changer.claim(1000);
        changer.setPowerNotify(JposConst.JPOS_PN_ENABLED);
        changer.setDeviceEnabled(true);
        waitUntil(() -> statuses.contains(JposConst.JPOS_SUE_POWER_ONLINE));
        metal.tell(JposConst.JPOS_SUE_POWER_OFF);
        fails(() -> changer.readCashCounts(new String[1], new boolean[1]), JposConst.JPOS_E_NOHARDWARE, 0);
        waitUntil(() -> statuses.contains(JposConst.JPOS_SUE_POWER_OFF_OFFLINE));
        assertThat(changer.getPowerState()).isEqualTo(JposConst.JPOS_PS_OFF_OFFLINE);
    }
}
