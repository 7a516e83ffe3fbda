package org.countinghouse.serial.pole;

import java.nio.charset.StandardCharsets;
import org.countinghouse.serial.CodePage;

/// Any text becomes a row as wide as the display, without a single command in it.
public final class LetteringFuzz {
    private static final CodePage[] PAGES = CodePage.values();

    private LetteringFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        var lettering = new Lettering(PAGES[(bytes[0] & 0xFF) % PAGES.length]);
        int columns = 8 + (bytes[1] & 0x1F);
        var utf8 = lettering.row(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_8), columns);
        check(utf8, columns);
        check(lettering.row(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16), columns), columns);
    }

    private static void check(Lettering.Row row, int columns) {
        if (row.cells().length != columns) {
            throw new AssertionError(row.cells().length + " cells");
        }
        for (byte cell : row.cells()) {
            if ((cell & 0xFF) < 0x20 || cell == 0x7F) {
                throw new AssertionError("command " + cell);
            }
        }
    }
}
