package org.countinghouse.serial;

import org.countinghouse.device.PrinterState;

/// What a printer tells unasked after GS a: four bytes, sent at once and whenever one of them changes
/// (Epson, GS a, "Automatic Status Back").
record Asb(int printer, int error, int paper) {
    static final int LENGTH = 4;
    private static final int DRAWER_PIN_HIGH = 0x04;
    private static final int COVER_OPEN = 0x20;
    private static final int ANY_ERROR = 0x04 | 0x08 | 0x20 | 0x40;
    private static final int NEAR_END = 0x03;
    private static final int END = 0x0C;

    /// Bits 0, 1 and 7 are clear and bit 4 is set, which tells it from an answer to DLE EOT.
    static boolean begins(int value) {
        return (value & 0x93) == 0x10;
    }

    static boolean continues(int value) {
        return (value & 0x90) == 0;
    }

    PrinterState state() {
        if ((printer & COVER_OPEN) != 0) {
            return PrinterState.COVER_OPEN;
        }
        if ((paper & END) != 0) {
            return PrinterState.OUT_OF_PAPER;
        }
        if ((error & ANY_ERROR) != 0) {
            return PrinterState.ERROR;
        }
        return (paper & NEAR_END) != 0 ? PrinterState.NEAR_END : PrinterState.READY;
    }

    boolean drawerPinIsHigh() {
        return (printer & DRAWER_PIN_HIGH) != 0;
    }
}
