package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Whatever a simulated Glory controller is asked is read, or is an [IOException].
public final class GloryAskedFuzz {
    private GloryAskedFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        hear(() -> GloryAsked.read(text));
        hear(() -> GloryAsked.bare(text + '\0'));
    }

    @FunctionalInterface
    private interface Reading {
        GloryAsked read() throws IOException;
    }

    private static void hear(Reading reading) {
        try {
            var asked = reading.read();
            asked.text("Amount");
            asked.type("Status");
            asked.pieces();
        } catch (IOException _) {
            // No request.
        }
    }
}
