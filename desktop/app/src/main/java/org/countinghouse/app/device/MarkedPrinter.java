package org.countinghouse.app.device;

import org.countinghouse.device.PrinterState;
import org.countinghouse.device.Printing;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Slip;

/// A printer whose slips all say something at their head, such as that they are practice.
record MarkedPrinter(ReceiptPrinter printer, String mark) implements ReceiptPrinter {
    @Override
    public String name() {
        return printer.name();
    }

    @Override
    public int columns() {
        return printer.columns();
    }

    @Override
    public PrinterState state() {
        return printer.state();
    }

    @Override
    public Printing print(Slip slip) {
        return printer.print(slip.marked(mark));
    }
}
