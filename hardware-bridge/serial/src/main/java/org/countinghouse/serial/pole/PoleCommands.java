package org.countinghouse.serial.pole;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// The few commands a customer display is told (Epson, DM-D110 Specification, 5.4 Command Details).
final class PoleCommands {
    private static final int ESC = 0x1B;
    private static final int US = 0x1F;

    private PoleCommands() {}

    /// Initialise: cleared, windows and macros forgotten, the cursor at home.
    static byte[] fresh() {
        return new byte[] {ESC, '@'};
    }

    /// All that a show rests on: the code page, writing over what stands there, no cursor. Sent before
    /// every show, because a display that was switched off and on has forgotten it and tells nobody.
    static byte[] ready(int page) {
        return new byte[] {ESC, 't', (byte) page, US, 0x01, US, 'C', 0};
    }

    /// Every row at its own place. Nothing is cleared before, so nothing flickers; and no row runs into
    /// the next.
    static byte[] rows(List<byte[]> rows) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < rows.size(); i++) {
            bytes.writeBytes(new byte[] {US, '$', 1, (byte) (i + 1)});
            bytes.writeBytes(rows.get(i));
        }
        return bytes.toByteArray();
    }
}
