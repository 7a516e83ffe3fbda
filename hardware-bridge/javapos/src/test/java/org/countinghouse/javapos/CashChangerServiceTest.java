package org.countinghouse.javapos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jpos.CashChanger;
import jpos.CashChangerConst;
import jpos.JposConst;
import jpos.JposException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our cash changer service as any JavaPOS program uses it, over the exactly-once core, over a machine that is itself
/// reached through a vendor's JavaPOS service.
class CashChangerServiceTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String vendor = "Recycler " + NUMBER.incrementAndGet();
    private final MovingCash metal =
            PlayedVendor.sells(VendorKind.CASH_CHANGER, vendor, new MovingCash("10:5,100:5;500:4"));
    private final LinkedBlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> data = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private DeviceAddress address;
    private CashChanger changer;

    @BeforeEach
    void open() throws JposException {
        System.setProperty(Journals.FOLDER, folder.toString());
        newMachine();
        changer = opened();
    }

    private void newMachine() {
        var devices = ((Devices.Connection.Connected) Devices.open(
                        DeviceAddress.of("javapos:" + vendor + "?kind=cash-changer"), Duration.ofSeconds(5)))
                .devices();
        address = PlayedDriver.play(vendor, null, null, devices.cashMachine().orElseThrow());
    }

    private CashChanger opened() throws JposException {
        var control = new CashChanger();
        control.addStatusUpdateListener(event -> statuses.add(event.getStatus()));
        control.addDataListener(_ -> data.add(deposited(control)));
        control.open(Registry.entry(Registry.Category.CashChanger, address));
        return control;
    }

    private static String deposited(CashChanger control) {
        try {
            return control.getDepositAmount() + " " + control.getDepositCounts();
        } catch (JposException e) {
            return e.toString();
        }
    }

    @AfterEach
    void close() throws JposException {
        System.clearProperty(Journals.FOLDER);
        metal.recovery.countDown();
        changer.close();
    }

    private void enable() throws JposException {
        changer.claim(1000);
        changer.setDeviceEnabled(true);
    }

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
        fails(
                () -> changer.dispenseCash("7:1"),
                JposConst.JPOS_E_EXTENDED,
                CashChangerConst.JPOS_ECHAN_OVERDISPENSE);
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
    void aPayoutThatBreaksOffIsAFailureThatSaysHowMuch() throws JposException {
        metal.async = false;
        enable();
        metal.breaksAfter = 1;

        assertThatThrownBy(() -> changer.dispenseCash("10:1;500:2"))
                .isInstanceOfSatisfying(JposException.class, e -> {
                    assertThat(e.getErrorCode()).isEqualTo(JposConst.JPOS_E_FAILURE);
                    assertThat(e).hasMessageContaining("only EUR 10 moved, 1000 are missing");
                });
        changer.dispenseCash("10:1");
        assertThat(metal.paid).as("nothing was sent again").isEqualTo(20);
    }

    @Test
    void whatNobodyKnowsIsCountedByAPersonBeforeAnythingElseIsPaid() throws JposException {
        metal.async = false;
        metal.countsHidden = true;
        enable();
        metal.breaksAfter = 1;
        assertThatThrownBy(() -> changer.dispenseCash("10:1;500:1"))
                .isInstanceOfSatisfying(JposException.class, e -> {
                    assertThat(e.getErrorCode()).isEqualTo(JposConst.JPOS_E_FAILURE);
                    assertThat(e).hasMessageContaining("a person must count");
                });

        fails(() -> changer.dispenseCash("10:1"), JposConst.JPOS_E_BUSY, 0);
        fails(() -> changer.directIO(CashChangerService.SETTLE, new int[0], "Ann"), JposConst.JPOS_E_ILLEGAL, 0);
        changer.directIO(CashChangerService.SETTLE, new int[] {10}, "Ann and Ben");
        changer.dispenseCash("10:1");
        assertThat(metal.paid).isEqualTo(20);
    }

    /// The program ends between the command and its answer; the next one must find out, and not pay again.
    @Test
    void anOpenPayoutIsLookedIntoAtTheNextStart() throws Exception {
        enable();
        changer.setAsyncMode(true);
        metal.waits = true;
        changer.dispenseCash(";500:1");
        waitUntil(() -> metal.dispensed.size() == 1);
        changer.close();

        metal.waits = false;
        newMachine();
        changer = opened();
        enable();
        waitUntil(() -> {
            try {
                changer.dispenseCash("10:1");
                return true;
            } catch (JposException e) {
                assertThat(e.getErrorCode()).isEqualTo(JposConst.JPOS_E_BUSY);
                return false;
            }
        });
        assertThat(metal.paid).isEqualTo(510);
    }

    /// The negative control: a journal that is thrown away lets the second start pay while the first is not settled.
    @Test
    void withoutTheJournalNobodyWouldWait() throws Exception {
        metal.async = false;
        metal.countsHidden = true;
        enable();
        metal.breaksAfter = 0;
        assertThatThrownBy(() -> changer.dispenseCash(";500:1")).isInstanceOf(JposException.class);
        fails(() -> changer.dispenseCash(";500:1"), JposConst.JPOS_E_BUSY, 0);
        changer.close();

        System.setProperty(Journals.FOLDER, folder.resolve("elsewhere").toString());
        newMachine();
        changer = opened();
        enable();
        changer.dispenseCash(";500:1");
        assertThat(metal.dispensed).hasSize(2);
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

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static void fails(ThrowingCallable call, int code, int extended) {
        assertThatThrownBy(call).isInstanceOfSatisfying(JposException.class, e -> {
            assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.getErrorCodeExtended()).isEqualTo(extended);
        });
    }
}
