package org.countinghouse.simulator;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/// Whatever comes at the simulated machine's WebSocket is a frame within its limits, or an
/// [IOException].
public final class WebSocketFuzz {
    private WebSocketFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            while (true) {
                var frame = WebSocketFrame.read(in);
                if (frame.bytes().length > bytes.length || frame.isControl() && !frame.last()) {
                    throw new AssertionError("no frame");
                }
                frame.bare();
            }
        } catch (IOException _) {
            // No more of them.
        }
    }
}
