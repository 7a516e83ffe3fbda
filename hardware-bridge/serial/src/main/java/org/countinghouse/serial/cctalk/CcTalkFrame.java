package org.countinghouse.serial.cctalk;

import java.util.Arrays;
import java.util.HexFormat;

/// One message on the bus (ccTalk generic specification, part 1, 7).
///
/// @param destination who is meant; 1 is the host
/// @param source who speaks; 0 where the frame does not tell, because a CRC stands in its place
/// @param header the command, or 0, 5 or 6 in a reply
/// @param data at most 255 bytes
record CcTalkFrame(int destination, int source, int header, byte[] data) {
    static final int HOST = 1;
    static final int MOST_DATA = 255;

    CcTalkFrame {
        if (data.length > MOST_DATA) {
            throw new IllegalArgumentException("a frame carries at most " + MOST_DATA + " bytes: " + data.length);
        }
        data = data.clone();
    }

    /// Whether it says the same to the same; who says it is not compared.
    boolean repeats(CcTalkFrame other) {
        return destination == other.destination && header == other.header && Arrays.equals(data, other.data);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CcTalkFrame frame && repeats(frame) && source == frame.source;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data) * 31 + destination * 7 + source * 5 + header;
    }

    @Override
    public String toString() {
        return "%d->%d %02X %s"
                .formatted(source, destination, header, HexFormat.of().formatHex(data));
    }
}
