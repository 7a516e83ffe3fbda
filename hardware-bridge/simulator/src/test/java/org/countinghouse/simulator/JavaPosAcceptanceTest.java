package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jpos.BaseJposControl;
import jpos.CashDrawer;
import jpos.CashDrawerConst;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.device.Align;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Line;
import org.countinghouse.device.Slip;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a JavaPOS test program presses, one button after the other, with the error codes UPOS 1.15 gives. Everything
/// goes through the controls; nothing knows that the services are ours.
class JavaPosAcceptanceTest {
    private static final int RECEIPT = POSPrinterConst.PTR_S_RECEIPT;

    private final POSPrinter printer = new POSPrinter();
    private final CashDrawer drawer = new CashDrawer();
    private final LinkedBlockingQueue<Integer> heard = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void plugIn() throws IOException {
        counter = Counter.reachedBy("javapos:", folder);
    }

    /// The first picture of a process loads fonts and Java2D, and takes longer than a printer waits.
    @BeforeAll
    static void drawSomething(@TempDir Path folder) throws IOException {
        try (var first = Counter.reachedBy("", folder)) {
            var qr = new Line.Qr("warm", "");
            first.printer().print(new Slip("first", List.of(qr, new Line.Text("ភាសា", Align.LEFT, Emphasis.PLAIN))));
        }
    }

    @AfterEach
    void unplug() throws JposException {
        for (BaseJposControl each : new BaseJposControl[] {printer, drawer}) {
            if (each.getState() != JposConst.JPOS_S_CLOSED) {
                each.close();
            }
        }
        counter.close();
    }

    @Test
    void aWholeDayOfADrawer() throws Exception {
        fails(drawer::openDrawer, JposConst.JPOS_E_CLOSED);
        fails(() -> drawer.open("no such drawer"), JposConst.JPOS_E_NOEXIST);
        drawer.addStatusUpdateListener(event -> heard.add(event.getStatus()));
        drawer.open(name("CashDrawer"));
        fails(() -> drawer.open(name("CashDrawer")), JposConst.JPOS_E_ILLEGAL);
        fails(drawer::openDrawer, JposConst.JPOS_E_DISABLED);
        fails(() -> drawer.checkHealth(JposConst.JPOS_CH_INTERNAL), JposConst.JPOS_E_DISABLED);

        drawer.claim(1000);
        drawer.setDeviceEnabled(true);
        assertThat(drawer.getCapStatus()).isTrue();
        hears(CashDrawerConst.CASH_SUE_DRAWERCLOSED);
        drawer.openDrawer();
        hears(CashDrawerConst.CASH_SUE_DRAWEROPEN);
        assertThat(drawer.getDrawerOpened()).isTrue();
        counter.peer().pushDrawerShut();
        drawer.waitForDrawerClose(0, 0, 0, 0);
        hears(CashDrawerConst.CASH_SUE_DRAWERCLOSED);

        drawer.checkHealth(JposConst.JPOS_CH_INTERNAL);
        assertThat(drawer.getCheckHealthText()).isEqualTo("drawer: SHUT");
        fails(() -> drawer.checkHealth(JposConst.JPOS_CH_INTERACTIVE), JposConst.JPOS_E_ILLEGAL);
        String[] statistics = {""};
        drawer.retrieveStatistics(statistics);
        assertThat(statistics[0]).contains("<Name>DrawerGoodOpenCount</Name><Value>1</Value>");
        fails(() -> drawer.directIO(1, new int[1], ""), JposConst.JPOS_E_ILLEGAL);

        drawer.setDeviceEnabled(false);
        fails(drawer::openDrawer, JposConst.JPOS_E_DISABLED);
        drawer.release();
        fails(drawer::release, JposConst.JPOS_E_NOTCLAIMED);
        drawer.close();
        fails(drawer::openDrawer, JposConst.JPOS_E_CLOSED);
        fails(drawer::close, JposConst.JPOS_E_CLOSED);
        assertThat(counter.peer().pulses()).isEqualTo(1);
    }

    @Test
    void aWholeDayOfAPrinter() throws Exception {
        fails(() -> printer.printNormal(RECEIPT, "x\n"), JposConst.JPOS_E_CLOSED);
        printer.addStatusUpdateListener(event -> heard.add(event.getStatus()));
        printer.open(name("POSPrinter"));
        fails(() -> printer.open(name("POSPrinter")), JposConst.JPOS_E_ILLEGAL);
        fails(() -> printer.setDeviceEnabled(true), JposConst.JPOS_E_NOTCLAIMED);
        printer.claim(1000);
        fails(() -> printer.printNormal(RECEIPT, "x\n"), JposConst.JPOS_E_DISABLED);
        printer.setDeviceEnabled(true);

        assertThat(printer.getRecLineChars()).isEqualTo(48);
        printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
        printer.printNormal(RECEIPT, "Countinghouse\n");
        printer.printBarCode(
                RECEIPT,
                "Z17",
                POSPrinterConst.PTR_BCS_QRCODE,
                240,
                240,
                POSPrinterConst.PTR_BC_CENTER,
                POSPrinterConst.PTR_BC_TEXT_NONE);
        printer.cutPaper(90);
        assertThat(counter.peer().printouts()).as("a transaction is one slip").isEmpty();
        printer.transactionPrint(RECEIPT, POSPrinterConst.PTR_TP_NORMAL);
        assertThat(counter.lastText()).startsWith("Countinghouse\n").contains("[QR Z17]");

        hears(POSPrinterConst.PTR_SUE_COVER_OK);
        counter.peer().play(Scene.PAPER_NEAR_END);
        hears(POSPrinterConst.PTR_SUE_REC_NEAREMPTY);
        counter.peer().play(Scene.COVER_OPEN);
        hears(POSPrinterConst.PTR_SUE_COVER_OPEN);
        printer.checkHealth(JposConst.JPOS_CH_INTERNAL);
        assertThat(printer.getCheckHealthText()).isEqualTo("printer: COVER_OPEN");
        printer.release();
        assertThat(printer.getDeviceEnabled())
                .as("what is released is disabled")
                .isFalse();
        printer.close();
    }

    @Test
    void twoProgramsDoNotShareAPrinterAndShareADrawer() throws JposException {
        printer.open(name("POSPrinter"));
        printer.claim(100);
        var other = new POSPrinter();
        other.open(name("POSPrinter"));
        fails(() -> other.claim(50), JposConst.JPOS_E_TIMEOUT);
        fails(() -> other.setDeviceEnabled(true), JposConst.JPOS_E_NOTCLAIMED);
        other.close();

        drawer.open(name("CashDrawer"));
        drawer.setDeviceEnabled(true);
        var otherDrawer = new CashDrawer();
        otherDrawer.open(name("CashDrawer"));
        otherDrawer.setDeviceEnabled(true);
        otherDrawer.openDrawer();
        assertThat(drawer.getDrawerOpened()).isTrue();
        otherDrawer.close();
    }

    @Test
    void aLostLinkIsAPowerEventAndSoIsItsReturn() throws Exception {
        drawer.open(name("CashDrawer"));
        drawer.addStatusUpdateListener(event -> heard.add(event.getStatus()));
        assertThat(drawer.getCapPowerReporting()).isEqualTo(JposConst.JPOS_PR_STANDARD);
        drawer.setPowerNotify(JposConst.JPOS_PN_ENABLED);
        drawer.setDeviceEnabled(true);
        fails(() -> drawer.setPowerNotify(JposConst.JPOS_PN_DISABLED), JposConst.JPOS_E_ILLEGAL);
        hears(JposConst.JPOS_SUE_POWER_ONLINE);

        counter.peer().play(Scene.UNPLUGGED);
        hears(JposConst.JPOS_SUE_POWER_OFF_OFFLINE);
        assertThat(drawer.getPowerState()).isEqualTo(JposConst.JPOS_PS_OFF_OFFLINE);
        fails(drawer::openDrawer, JposConst.JPOS_E_NOHARDWARE);

        counter.peer().play(Scene.PLUGGED_IN);
        hears(JposConst.JPOS_SUE_POWER_ONLINE);
    }

    @Test
    void frozenEventsAreToldAfterwards() throws Exception {
        drawer.open(name("CashDrawer"));
        drawer.addStatusUpdateListener(event -> heard.add(event.getStatus()));
        drawer.setDeviceEnabled(true);
        hears(CashDrawerConst.CASH_SUE_DRAWERCLOSED);
        drawer.setFreezeEvents(true);
        drawer.openDrawer();
        assertThat(heard.poll(200, TimeUnit.MILLISECONDS)).isNull();
        drawer.setFreezeEvents(false);
        hears(CashDrawerConst.CASH_SUE_DRAWEROPEN);
    }

    private String name(String category) {
        return category + " " + counter.peer().address();
    }

    /// Waits for a status, whatever comes before it.
    private void hears(int status) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
        Integer next = null;
        while (System.nanoTime() < end) {
            next = heard.poll(8, TimeUnit.SECONDS);
            if (next != null && next == status) {
                return;
            }
        }
        assertThat(next).as("the last status heard").isEqualTo(status);
    }

    private static void fails(ThrowingCallable call, int code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        JposException.class,
                        e -> assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code));
    }
}
