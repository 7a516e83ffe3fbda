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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A receipt printer behind a `jpos.POSPrinter`, ours or a vendor's, see [ControlThread].
final class JavaPosPrinter implements ReceiptPrinter, OpenDevice {
    private static final Logger LOG = LoggerFactory.getLogger(JavaPosPrinter.class);
    private static final Duration SLIP_LIMIT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = SLIP_LIMIT.plusSeconds(10);
    private static final Duration STATE_LIMIT = Duration.ofSeconds(6);
    private static final int USUAL_COLUMNS = 42;

    private final String logicalName;
    private final String name;
    private final ControlThread<POSPrinter> thread;
    private volatile int columns;
    private volatile boolean printing;

    /// @param columns 0 when only the control knows
    JavaPosPrinter(String logicalName, String name, int columns) {
        this.logicalName = logicalName;
        this.name = name;
        this.columns = columns;
        thread = new ControlThread<>(logicalName, true, PATIENCE, POSPrinter::new, POSPrinter.class::cast, Ears.NONE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int columns() {
        if (columns == 0) {
            asked();
        }
        return columns == 0 ? USUAL_COLUMNS : columns;
    }

    @Override
    public PrinterState state() {
        return printing ? PrinterState.READY : asked();
    }

    private PrinterState asked() {
        return thread.answer(STATE_LIMIT, this::ask, _ -> PrinterState.NO_ANSWER, _ -> PrinterState.NO_ANSWER);
    }

    @Override
    public Printing print(Slip slip) {
        return thread.answer(
                SLIP_LIMIT,
                seat -> {
                    printing = true;
                    try {
                        return printNow(seat, slip);
                    } finally {
                        printing = false;
                    }
                },
                begun -> begun
                        ? new Printing.Unknown("not finished within " + SLIP_LIMIT.toSeconds() + " s")
                        : new Printing.Refused("busy: earlier slips are still printing"),
                PrintFault::meaning);
    }

    @Override
    public void close() {
        thread.close();
    }

    private PrinterState ask(Seat<POSPrinter> seat) {
        try {
            makeReady(seat);
            POSPrinter control = seat.control();
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

    private Printing printNow(Seat<POSPrinter> seat, Slip slip) {
        POSPrinter control = seat.control();
        try {
            makeReady(seat);
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
            forget(control);
            return PrintFault.meaning(e);
        }
    }

    /// So that the next slip does not begin with the rest of this one.
    private void forget(POSPrinter control) {
        try {
            control.clearOutput();
        } catch (JposException e) {
            LOG.debug("{}: nothing to clear", logicalName, e);
        }
    }

    private void makeReady(Seat<POSPrinter> seat) throws JposException {
        seat.ready();
        if (columns == 0) {
            columns = seat.control().getRecLineChars();
        }
    }
}
