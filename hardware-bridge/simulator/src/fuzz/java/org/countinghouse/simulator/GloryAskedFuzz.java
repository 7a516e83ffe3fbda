package org.countinghouse.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Whatever a simulated Glory controller is asked is read, or is an [IOException].
public final class GloryAskedFuzz {
    private GloryAskedFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            var asked = GloryAsked.read(new String(bytes, StandardCharsets.UTF_8));
            asked.text("Amount");
            asked.type("Status");
            asked.pieces();
        } catch (IOException _) {
            // No request.
        }
    }
}
