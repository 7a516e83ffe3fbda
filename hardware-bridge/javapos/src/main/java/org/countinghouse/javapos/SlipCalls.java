package org.countinghouse.javapos;

import java.io.IOException;
import jpos.JposException;
import jpos.POSPrinter;
import jpos.POSPrinterConst;
import org.countinghouse.device.Align;
import org.countinghouse.device.Cells;
import org.countinghouse.device.Emphasis;
import org.countinghouse.device.Line;
import org.countinghouse.device.Png;
import org.countinghouse.device.Slip;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A slip as calls of `jpos.POSPrinter`. A slip's text holds no control characters, so it cannot
/// smuggle escape sequences in.
final class SlipCalls {
    private static final int RECEIPT = POSPrinterConst.PTR_S_RECEIPT;
    private static final String ESC = "\u001B|";
    private static final int QR_DOTS = 240;
    private static final int BAR_HEIGHT = 80;
    private static final Logger LOG = LoggerFactory.getLogger(SlipCalls.class);

    private final POSPrinter printer;
    private final int columns;
    private final boolean isOurs;

    SlipCalls(POSPrinter printer, int columns) throws JposException {
        this.printer = printer;
        this.columns = columns;
        isOurs = DeviceService.DESCRIPTION.equals(printer.getDeviceServiceDescription());
    }

    void print(Slip slip) throws JposException {
        for (Line line : slip.lines()) {
            print(line);
        }
    }

    private void print(Line line) throws JposException {
        switch (line) {
            case Line.Text(var text, var align, var emphasis) -> normal(style(emphasis) + side(align) + text);
            case Line.Columns sides -> columns(sides);
            case Line.Rule() -> rule();
            case Line.Qr(var data, var caption) -> {
                printer.printBarCode(
                        RECEIPT,
                        data,
                        POSPrinterConst.PTR_BCS_QRCODE,
                        QR_DOTS,
                        QR_DOTS,
                        POSPrinterConst.PTR_BC_CENTER,
                        POSPrinterConst.PTR_BC_TEXT_NONE);
                if (!caption.isEmpty()) {
                    normal(side(Align.CENTRE) + caption);
                }
            }
            case Line.Bars(var kind, var data) ->
                printer.printBarCode(
                        RECEIPT,
                        data,
                        BarCodeKinds.symbology(kind),
                        BAR_HEIGHT,
                        printer.getRecLineWidth() * 2 / 3,
                        POSPrinterConst.PTR_BC_CENTER,
                        POSPrinterConst.PTR_BC_TEXT_BELOW);
            case Line.Logo(var png) -> logo(png);
            case Line.Feed(var lines) -> printer.printNormal(RECEIPT, ESC + lines + "lF");
            case Line.Cut() -> printer.printNormal(RECEIPT, ESC + "fP");
        }
    }

    /// A slip without its logo is better than none.
    private void logo(Png png) throws JposException {
        if (!printer.getCapRecBitmap()) {
            return;
        }
        try {
            printer.printMemoryBitmap(
                    RECEIPT,
                    Pictures.bmp(png),
                    POSPrinterConst.PTR_BMT_BMP,
                    POSPrinterConst.PTR_BM_ASIS,
                    POSPrinterConst.PTR_BM_CENTER);
        } catch (IOException e) {
            LOG.warn("the logo is left out", e);
        }
    }

    /// Our service knows where the right side belongs even when the line is drawn as a picture; a
    /// vendor's gets blanks between.
    private void columns(Line.Columns sides) throws JposException {
        String style = style(sides.emphasis());
        if (isOurs && !sides.left().isBlank() && !sides.right().isBlank()) {
            normal(style + ESC + "lA" + sides.left() + ESC + "rA" + sides.right());
            return;
        }
        int cells = columns / sides.emphasis().columnsPerCell();
        for (String row : Cells.justified(sides.left(), sides.right(), cells)) {
            normal(style + row);
        }
    }

    private void rule() throws JposException {
        if (isOurs) {
            printer.drawRuledLine(
                    RECEIPT,
                    "0," + printer.getRecLineWidth(),
                    POSPrinterConst.PTR_RL_HORIZONTAL,
                    2,
                    POSPrinterConst.PTR_LS_SINGLE_SOLID_LINE,
                    POSPrinterConst.PTR_COLOR_PRIMARY);
        } else {
            normal("-".repeat(columns));
        }
    }

    private void normal(String text) throws JposException {
        printer.printNormal(RECEIPT, text + "\n");
    }

    private static String style(Emphasis emphasis) {
        return switch (emphasis) {
            case PLAIN -> "";
            case BOLD -> ESC + "bC";
            case LARGE -> ESC + "bC" + ESC + "4C";
        };
    }

    private static String side(Align align) {
        return switch (align) {
            case LEFT -> "";
            case CENTRE -> ESC + "cA";
            case RIGHT -> ESC + "rA";
        };
    }
}
