package org.countinghouse.javapos;

import java.time.Duration;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;
import org.countinghouse.device.spi.DeviceThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A receipt printer behind a `jpos.POSPrinter`, ours or a vendor's. The control is used on this printer's thread
/// only,
/// because JavaPOS controls do not serialise calls.
final class JavaPosPrinter implements ReceiptPrinter, AutoCloseable {
    /// Shorter claims fail on real printers that are waking up.
    static final int CLAIM_MILLIS = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(JavaPosPrinter.class);
    private static final Duration SLIP_LIMIT = Duration.ofSeconds(60);
    private static final Duration STATE_LIMIT = Duration.ofSeconds(6);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);
    private static final int USUAL_COLUMNS = 42;

    private final String logicalName;
    private final String name;
    private final POSPrinter control = new POSPrinter();
    private final DeviceThread thread;
    private volatile int columns;
    private volatile boolean printing;

    /// @param columns 0 when only the control knows
    JavaPosPrinter(String logicalName, String name, int columns) {
        this.logicalName = logicalName;
        this.name = name;
        this.columns = columns;
        thread = new DeviceThread(logicalName);
        // The one listener this control ever gets: JavaPOS calls listeners while it holds their list.
        control.addStatusUpdateListener(event -> LOG.debug("{}: status {}", logicalName, event.getStatus()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int columns() {
        if (columns == 0) {
            thread.answer(STATE_LIMIT, this::ask, _ -> PrinterState.NO_ANSWER);
        }
        return columns == 0 ? USUAL_COLUMNS : columns;
    }

    @Override
    public PrinterState state() {
        return printing ? PrinterState.READY : thread.answer(STATE_LIMIT, this::ask, _ -> PrinterState.NO_ANSWER);
    }

    @Override
    public Printing print(Slip slip) {
        return thread.answer(
                SLIP_LIMIT,
                () -> {
                    printing = true;
                    try {
                        return printNow(slip);
                    } finally {
                        printing = false;
                    }
                },
                begun -> begun
                        ? new Printing.Unknown("not finished within " + SLIP_LIMIT.toSeconds() + " s")
                        : new Printing.Refused("busy: earlier slips are still printing"));
    }

    @Override
    public void close() {
        thread.answer(CLOSE_LIMIT, this::closeNow, _ -> false);
        thread.close();
    }

    private PrinterState ask() {
        try {
            makeReady();
            if (control.getCapCoverSensor() && control.getCoverOpen()) {
                return PrinterState.COVER_OPEN;
            }
            if (control.getCapRecEmptySensor() && control.getRecEmpty()) {
                return PrinterState.OUT_OF_PAPER;
            }
            return control.getCapRecNearEndSensor() && control.getRecNearEnd()
                    ? PrinterState.NEAR_END
                    : PrinterState.READY;
        } catch (JposException e) {
            return e.getErrorCode() == JposConst.JPOS_E_FAILURE ? PrinterState.ERROR : PrinterState.NO_ANSWER;
        }
    }

    private Printing printNow(Slip slip) {
        try {
            makeReady();
        } catch (JposException e) {
            return new Printing.NoAnswer(String.valueOf(e.getMessage()));
        }
        try {
            boolean asOne = control.getCapTransaction();
            if (asOne) {
                control.transactionPrint(POSPrinterConst.PTR_S_RECEIPT, POSPrinterConst.PTR_TP_TRANSACTION);
            }
            new SlipCalls(control, columns).print(slip);
            if (asOne) {
                control.transactionPrint(POSPrinterConst.PTR_S_RECEIPT, POSPrinterConst.PTR_TP_NORMAL);
            }
            return new Printing.Printed();
        } catch (JposException e) {
            forget();
            return PrintFault.meaning(e);
        }
    }

    /// So that the next slip does not begin with the rest of this one.
    private void forget() {
        try {
            control.clearOutput();
        } catch (JposException e) {
            LOG.debug("{}: nothing to clear", logicalName, e);
        }
    }

    private void makeReady() throws JposException {
        if (control.getState() == JposConst.JPOS_S_CLOSED) {
            control.open(logicalName);
        }
        if (!control.getClaimed()) {
            control.claim(CLAIM_MILLIS);
        }
        if (!control.getDeviceEnabled()) {
            control.setDeviceEnabled(true);
        }
        if (columns == 0) {
            columns = control.getRecLineChars();
        }
    }

    private boolean closeNow() {
        try {
            if (control.getState() != JposConst.JPOS_S_CLOSED) {
                control.close();
            }
            return true;
        } catch (JposException e) {
            LOG.debug("{}: closing failed", logicalName, e);
            return false;
        }
    }
}
