package org.countinghouse.serial.glory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts what comes over the event link into frames. Each ends with NUL; a packet may bring several, or
/// a part of one; a stray EOT (04h) is dropped (reference, 4.3).
final class FrameSplitter {
    /// A longer frame is dropped up to its end, so that somebody who never ends one cannot fill the
    /// memory.
    static final int LONGEST_FRAME = 1 << 18;

    private static final int EOT = 0x04;

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean tooLong;

    /// @param count how many of the bytes came
    /// @return the frames that are complete now; blank ones are left out
    List<String> take(byte[] bytes, int count) {
        var frames = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            if (bytes[i] == 0) {
                end(frames);
            } else if (bytes[i] != EOT) {
                keep(bytes[i]);
            }
        }
        return frames;
    }

    private void keep(byte one) {
        tooLong |= begun.size() >= LONGEST_FRAME;
        if (!tooLong) {
            begun.write(one);
        }
    }

    private void end(List<String> frames) {
        String frame = begun.toString(StandardCharsets.UTF_8).strip();
        if (!tooLong && !frame.isEmpty()) {
            frames.add(frame);
        }
        begun.reset();
        tooLong = false;
    }
}
