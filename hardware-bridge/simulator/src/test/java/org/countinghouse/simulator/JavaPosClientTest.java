package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jpos.CashDrawer;
import jpos.CashDrawerConst;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.device.spi.PrinterPeer.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our services as any JavaPOS program uses them.
class JavaPosClientTest {
    private static final int RECEIPT = POSPrinterConst.PTR_S_RECEIPT;

    private final POSPrinter printer = new POSPrinter();
    private final CashDrawer drawer = new CashDrawer();

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() throws IOException, JposException {
        counter = Counter.reachedBy("javapos:", folder);
        printer.open("POSPrinter " + counter.peer().address());
        drawer.open("CashDrawer " + counter.peer().address());
    }

    @AfterEach
    void close() throws JposException {
        printer.close();
        drawer.close();
        counter.close();
    }

    @Test
    void escapeSequencesStyleTheText() throws JposException {
        printer.claim(2000);
        printer.setDeviceEnabled(true);

        printer.printNormal(RECEIPT, "\u001B|cA\u001B|bCShop\n\u001B|Nplain\n\u001B|rAright\n\u001B|2lF");
        printer.printNormal(RECEIPT, "left\u001B|rA1.00\n");
        printer.cutPaper(90);

        assertThat(counter.lastText()).isEqualTo("""
                %sShop
                plain
                %sright


                left%s1.00
                """.formatted(" ".repeat(22), " ".repeat(43), " ".repeat(40)));
    }

    @Test
    void faultsAreJavaPosFaults() throws JposException {
        fails(() -> printer.printNormal(RECEIPT, "x\n"), JposConst.JPOS_E_DISABLED, 0);
        fails(() -> printer.setDeviceEnabled(true), JposConst.JPOS_E_NOTCLAIMED, 0);
        fails(() -> drawer.openDrawer(), JposConst.JPOS_E_DISABLED, 0);
        printer.claim(2000);
        printer.setDeviceEnabled(true);
        fails(() -> printer.printBitmap(RECEIPT, "a.bmp", 0, 0), JposConst.JPOS_E_ILLEGAL, 0);

        counter.peer().play(Scene.PAPER_OUT);
        fails(
                () -> printer.printNormal(RECEIPT, "x\n"),
                JposConst.JPOS_E_EXTENDED,
                POSPrinterConst.JPOS_EPTR_REC_EMPTY);
        counter.peer().play(Scene.UNPLUGGED);
        fails(() -> printer.printNormal(RECEIPT, "x\n"), JposConst.JPOS_E_NOHARDWARE, 0);
    }

    @Test
    void aClaimedPrinterIsNobodyElses() throws JposException {
        printer.claim(2000);

        var other = new POSPrinter();
        other.open("POSPrinter " + counter.peer().address());
        fails(() -> other.claim(100), JposConst.JPOS_E_TIMEOUT, 0);
        printer.release();
        other.claim(100);
        other.close();
    }

    @Test
    void theDrawerTellsWhoListens() throws Exception {
        var heard = new LinkedBlockingQueue<Integer>();
        drawer.addStatusUpdateListener(event -> heard.add(event.getStatus()));
        drawer.setDeviceEnabled(true);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(CashDrawerConst.CASH_SUE_DRAWERCLOSED);

        drawer.openDrawer();
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(CashDrawerConst.CASH_SUE_DRAWEROPEN);
        assertThat(drawer.getDrawerOpened()).isTrue();

        counter.peer().pushDrawerShut();
        drawer.waitForDrawerClose(0, 0, 0, 0);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo(CashDrawerConst.CASH_SUE_DRAWERCLOSED);
    }

    private static void fails(ThrowingCallable call, int code, int extended) {
        assertThatThrownBy(call).isInstanceOfSatisfying(JposException.class, e -> {
            assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.getErrorCodeExtended()).isEqualTo(extended);
        });
    }
}
