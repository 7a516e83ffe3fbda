package org.countinghouse.simulator;

import java.util.OptionalInt;

/// How a simulated printer does, and the bytes that say so. Bits: Epson, DLE EOT and GS a.
final class Condition {
    private static final int ENDLESS = Integer.MAX_VALUE;

    boolean paperOut;
    boolean nearEnd;
    boolean coverOpen;
    boolean knifeStuck;
    boolean drawerOpen;
    private int linesLeft = ENDLESS;

    void newRoll() {
        paperOut = false;
        nearEnd = false;
        linesLeft = ENDLESS;
    }

    void paperEndsAfter(int lines) {
        linesLeft = lines;
    }

    /// How many lines the roll has left; empty when nobody said when it ends.
    OptionalInt linesLeft() {
        return linesLeft == ENDLESS ? OptionalInt.empty() : OptionalInt.of(Math.max(0, linesLeft));
    }

    void usePaper(int lines) {
        if (linesLeft != ENDLESS) {
            linesLeft -= lines;
            paperOut |= linesLeft <= 0;
        }
    }

    boolean isOffline() {
        return paperOut || coverOpen || knifeStuck;
    }

    /// The answer to DLE EOT; 0 when there is no such subject.
    int answer(int subject) {
        return switch (subject) {
            case 1 -> 0x12 | bit(drawerOpen, 0x04) | bit(isOffline(), 0x08);
            case 2 -> 0x12 | bit(coverOpen, 0x04) | bit(paperOut, 0x20) | bit(knifeStuck, 0x40);
            case 3 -> 0x12 | bit(knifeStuck, 0x08);
            case 4 -> 0x12 | bit(nearEnd || paperOut, 0x0C) | bit(paperOut, 0x60);
            default -> 0;
        };
    }

    /// The four bytes told unasked.
    byte[] told() {
        return new byte[] {
            (byte) (0x10 | bit(drawerOpen, 0x04) | bit(isOffline(), 0x08) | bit(coverOpen, 0x20)),
            (byte) bit(knifeStuck, 0x08),
            (byte) (bit(nearEnd || paperOut, 0x03) | bit(paperOut, 0x0C)),
            0x0F
        };
    }

    private static int bit(boolean is, int mask) {
        return is ? mask : 0;
    }
}
