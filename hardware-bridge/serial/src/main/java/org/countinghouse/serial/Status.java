package org.countinghouse.serial;

import java.io.IOException;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.PrinterState;

/// Reads the bytes a printer answers to DLE EOT (Epson, DLE EOT; bits as seen from the printer).
final class Status {
    static final int ONLINE = 0x12;
    private static final int DRAWER_PIN_HIGH = 0x04;
    private static final int OFFLINE = 0x08;
    private static final int COVER_OPEN = 0x04;
    private static final int STOPPED_BY_PAPER_END = 0x20;
    private static final int ERROR = 0x40;
    private static final int PAPER_NEAR_END = 0x0C;
    private static final int PAPER_END = 0x60;

    private Status() {}

    static boolean isOffline(int printerState) {
        return (printerState & OFFLINE) != 0;
    }

    static DrawerState drawer(int printerState, EscPosSettings.Sense sense) {
        return drawer((printerState & DRAWER_PIN_HIGH) != 0, sense);
    }

    static DrawerState drawer(boolean high, EscPosSettings.Sense sense) {
        return switch (sense) {
            case NO_WIRE -> DrawerState.UNKNOWN;
            case HIGH_IS_OPEN -> high ? DrawerState.OPEN : DrawerState.SHUT;
            case LOW_IS_OPEN -> high ? DrawerState.SHUT : DrawerState.OPEN;
        };
    }

    /// Asks what else is to know. An open cover is named before missing paper: the roll is usually
    /// being changed.
    static PrinterState printer(Wire wire) throws IOException {
        int cause = wire.ask(EscPos.Subject.OFFLINE_CAUSE);
        if ((cause & COVER_OPEN) != 0) {
            return PrinterState.COVER_OPEN;
        }
        int paper = wire.ask(EscPos.Subject.PAPER);
        if ((paper & PAPER_END) == PAPER_END || (cause & STOPPED_BY_PAPER_END) != 0) {
            return PrinterState.OUT_OF_PAPER;
        }
        if ((cause & ERROR) != 0) {
            return PrinterState.ERROR;
        }
        return (paper & PAPER_NEAR_END) == PAPER_NEAR_END ? PrinterState.NEAR_END : PrinterState.READY;
    }
}
