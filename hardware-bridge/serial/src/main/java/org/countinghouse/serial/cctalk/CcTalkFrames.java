package org.countinghouse.serial.cctalk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts incoming bytes into frames. It holds one frame at most and never fails, whatever comes.
///
/// A frame has no start mark; only silence tells where one begins. So after a frame whose check fails
/// everything is passed over until [#gap]: a false frame found inside a damaged one could be taken for
/// an answer about money.
final class CcTalkFrames {
    private static final int AROUND_DATA = 5;

    private final Checksum checksum;
    private final byte[] held = new byte[CcTalkFrame.MOST_DATA + AROUND_DATA];
    private int count;
    private boolean lost;

    CcTalkFrames(Checksum checksum) {
        this.checksum = checksum;
    }

    /// @return the frames that are whole now, in their order
    List<CcTalkFrame> feed(byte[] bytes) {
        var whole = new ArrayList<CcTalkFrame>();
        for (byte each : bytes) {
            if (lost) {
                break;
            }
            held[count++] = each;
            if (count >= 2 && count == (held[1] & 0xFF) + AROUND_DATA) {
                var frame = checksum.unwrap(Arrays.copyOf(held, count));
                frame.ifPresent(whole::add);
                lost = frame.isEmpty();
                count = 0;
            }
        }
        return whole;
    }

    /// The bus was silent for longer than within a frame: what was half said is void, and a new frame
    /// begins.
    void gap() {
        count = 0;
        lost = false;
    }

    /// Whether more bytes, or a gap, must come before there is a frame.
    boolean isMidway() {
        return count > 0 || lost;
    }
}
