package org.countinghouse.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// GS ( k for QR codes: size, store, print (functions 167, 180, 181). A printer keeps the stored data until it
/// prints.
final class QrCommands {
    private static final int QR = 49;

    private final EscPosReader.Mechanism mechanism;
    private int dotsPerModule = 3;
    private String stored = "";

    QrCommands(EscPosReader.Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    void take(byte[] block) {
        if (block.length < 3 || block[0] != QR) {
            return;
        }
        switch (block[1]) {
            case 67 -> dotsPerModule = Math.clamp(block[2], 1, 16);
            case 80 -> stored = new String(Arrays.copyOfRange(block, 3, block.length), StandardCharsets.UTF_8);
            case 81 -> mechanism.qr(stored, dotsPerModule);
            default -> {
                // Model and correction level change nothing we draw.
            }
        }
    }
}
