package org.countinghouse.device;

/// A receipt printer. Calls may come from any thread but the screen's: each waits for the device, up to a limit.
public interface ReceiptPrinter {
    /// What people call it.
    String name();

    /// How many characters of plain text fit on one line.
    int columns();

    /// Asks the printer; never waits longer than the driver's named limit (about two seconds).
    PrinterState state();

    /// Prints the slip, or tells why not. Nothing is repeated by itself: printing again is a decision, and marked
    /// as a
    /// duplicate.
    Printing print(Slip slip);
}
