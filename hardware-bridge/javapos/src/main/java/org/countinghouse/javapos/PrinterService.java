package org.countinghouse.javapos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Line;
import org.countinghouse.device.PrinterState;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;

/// Our JavaPOS service for receipt printers (UPOS 1.15, POS Printer). What is printed between the two
/// calls of transactionPrint is one slip with one answer.
public final class PrinterService extends DeviceService {
    private static final int DOTS_PER_COLUMN = 12;

    private final EscapeText text = new EscapeText();
    private final List<Line> collected = new ArrayList<>();
    private boolean inTransaction;

    PrinterService(DeviceAddress address) {
        super(Registry.Category.POSPrinter, address);
    }

    public boolean getCapRecPresent() {
        return true;
    }

    public boolean getCapRecPapercut() {
        return true;
    }

    public boolean getCapRecBold() {
        return true;
    }

    public boolean getCapRecDwideDhigh() {
        return true;
    }

    public boolean getCapRecBarCode() {
        return true;
    }

    public boolean getCapRecBitmap() {
        return true;
    }

    public boolean getCapRecEmptySensor() {
        return true;
    }

    public boolean getCapRecNearEndSensor() {
        return true;
    }

    public boolean getCapCoverSensor() {
        return true;
    }

    public boolean getCapTransaction() {
        return true;
    }

    public int getCapRecRuledLine() {
        return POSPrinterConst.PTR_RL_HORIZONTAL;
    }

    public int getCapCharacterSet() {
        return POSPrinterConst.PTR_CCS_UNICODE;
    }

    public int getCharacterSet() {
        return POSPrinterConst.PTR_CS_UNICODE;
    }

    public String getCharacterSetList() {
        return Integer.toString(POSPrinterConst.PTR_CS_UNICODE);
    }

    public int getMapMode() {
        return POSPrinterConst.PTR_MM_DOTS;
    }

    public int getRecLineChars() throws JposException {
        return device().columns();
    }

    public String getRecLineCharsList() throws JposException {
        return Integer.toString(getRecLineChars());
    }

    public int getRecLineWidth() throws JposException {
        return getRecLineChars() * DOTS_PER_COLUMN;
    }

    public boolean getCoverOpen() throws JposException {
        return answered() == PrinterState.COVER_OPEN;
    }

    public boolean getRecEmpty() throws JposException {
        return answered() == PrinterState.OUT_OF_PAPER;
    }

    public boolean getRecNearEnd() throws JposException {
        return answered() == PrinterState.NEAR_END;
    }

    public void printNormal(int station, String data) throws JposException {
        receiptOnly(station);
        synchronized (this) {
            collected.addAll(text.take(data));
        }
        printUnlessInTransaction();
    }

    public void cutPaper(int percentage) throws JposException {
        counted("PaperCutCount");
        add(new Line.Cut());
    }

    public void printBarCode(int station, String data, int symbology, int height, int width, int align, int textPlace)
            throws JposException {
        receiptOnly(station);
        var kind = BarCodeKinds.kind(symbology);
        if (symbology != POSPrinterConst.PTR_BCS_QRCODE && kind.isEmpty()) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "this kind of bar code is not supported");
        }
        try {
            add(kind.isEmpty() ? new Line.Qr(data, "") : new Line.Bars(kind.get(), data));
        } catch (IllegalArgumentException e) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, String.valueOf(e.getMessage()), e);
        }
    }

    public void printMemoryBitmap(int station, byte[] data, int type, int width, int align) throws JposException {
        receiptOnly(station);
        try {
            add(new Line.Logo(Pictures.png(data)));
        } catch (IOException | IllegalArgumentException e) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, String.valueOf(e.getMessage()), e);
        }
    }

    public void drawRuledLine(int station, String positions, int direction, int width, int style, int colour)
            throws JposException {
        receiptOnly(station);
        if (direction != POSPrinterConst.PTR_RL_HORIZONTAL) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "lines go across the paper only");
        }
        add(new Line.Rule());
    }

    public void transactionPrint(int station, int control) throws JposException {
        receiptOnly(station);
        synchronized (this) {
            inTransaction = control == POSPrinterConst.PTR_TP_TRANSACTION;
        }
        printUnlessInTransaction();
    }

    public synchronized void clearOutput() {
        inTransaction = false;
        collected.clear();
    }

    public void validateData(int station, String data) throws JposException {
        receiptOnly(station);
    }

    @Override
    public synchronized void close() throws JposException {
        clearOutput();
        super.close();
    }

    @Override
    void look(StateWatch changes) {
        PrinterState state = state();
        if (state != PrinterState.NO_ANSWER) {
            boolean open = state == PrinterState.COVER_OPEN;
            changes.saw("cover", open ? POSPrinterConst.PTR_SUE_COVER_OPEN : POSPrinterConst.PTR_SUE_COVER_OK);
            changes.saw(
                    "paper",
                    switch (state) {
                        case OUT_OF_PAPER -> POSPrinterConst.PTR_SUE_REC_EMPTY;
                        case NEAR_END -> POSPrinterConst.PTR_SUE_REC_NEAREMPTY;
                        case READY, COVER_OPEN, ERROR, NO_ANSWER -> POSPrinterConst.PTR_SUE_REC_PAPEROK;
                    });
        }
        changes.saw("power", power(state));
    }

    @Override
    String health() {
        return "printer: " + state();
    }

    @Override
    int powerState() {
        return power(state());
    }

    private static int power(PrinterState state) {
        return state == PrinterState.NO_ANSWER ? JposConst.JPOS_PS_OFF_OFFLINE : JposConst.JPOS_PS_ONLINE;
    }

    private PrinterState state() {
        try {
            return device().state();
        } catch (JposException _) {
            return PrinterState.NO_ANSWER;
        }
    }

    private PrinterState answered() throws JposException {
        PrinterState state = device().state();
        return switch (state) {
            case READY, NEAR_END, OUT_OF_PAPER, COVER_OPEN -> state;
            case ERROR -> throw new JposException(JposConst.JPOS_E_FAILURE, "the printer reports an error");
            case NO_ANSWER -> throw new JposException(JposConst.JPOS_E_NOHARDWARE, "the printer does not answer");
        };
    }

    private void add(Line line) throws JposException {
        synchronized (this) {
            collected.add(line);
        }
        printUnlessInTransaction();
    }

    private void printUnlessInTransaction() throws JposException {
        Slip slip;
        synchronized (this) {
            if (inTransaction || collected.isEmpty()) {
                return;
            }
            slip = new Slip("", collected);
            collected.clear();
        }
        PrintFault.check(device().print(slip));
    }

    private static void receiptOnly(int station) throws JposException {
        if (station != POSPrinterConst.PTR_S_RECEIPT) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "this printer has a receipt station only");
        }
    }

    private ReceiptPrinter device() throws JposException {
        return devices()
                .printer()
                .orElseThrow(() -> new JposException(JposConst.JPOS_E_NOHARDWARE, "there is no printer"));
    }
}
