package org.countinghouse.simulator;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// The devices' end of a ccTalk bus: hears commands in a stream of bytes and speaks replies.
///
/// A real device counts time between bytes; here a silence of [#GAP_NANOS] between two pieces of a
/// frame voids what was half said.
final class CcTalkEar {
    static final int GAP_NANOS = 50_000_000;
    private static final int LONGEST = 260;

    private final boolean crc;
    private final ByteArrayOutputStream half = new ByteArrayOutputStream(LONGEST);
    private long lastNanos;

    /// @param crc whether this bus speaks with CRC-16 instead of the plain sum
    CcTalkEar(boolean crc) {
        this.crc = crc;
    }

    /// A command that arrived whole.
    ///
    /// @param from who spoke; 1 where the frame does not tell
    record Heard(int to, int from, int header, byte[] data) {}

    List<Heard> hear(byte[] bytes, int count, long nowNanos) {
        if (nowNanos - lastNanos > GAP_NANOS) {
            half.reset();
        }
        lastNanos = nowNanos;
        var all = new ArrayList<Heard>();
        for (int i = 0; i < count; i++) {
            half.write(bytes[i]);
            byte[] now = half.toByteArray();
            if (now.length > 1 && now.length == (now[1] & 0xFF) + 5) {
                half.reset();
                if (isWhole(now)) {
                    var data = new byte[now.length - 5];
                    System.arraycopy(now, 4, data, 0, data.length);
                    all.add(new Heard(now[0] & 0xFF, crc ? 1 : now[2] & 0xFF, now[3] & 0xFF, data));
                }
            }
        }
        return all;
    }

    /// The near end changed; what was half said is void.
    void forget() {
        half.reset();
    }

    byte[] spoken(int to, int from, CcTalkSlave.Say say) {
        var frame = new byte[say.data().length + 5];
        frame[0] = (byte) to;
        frame[1] = (byte) say.data().length;
        frame[2] = (byte) (crc ? 0 : from);
        frame[3] = (byte) say.header();
        System.arraycopy(say.data(), 0, frame, 4, say.data().length);
        if (crc) {
            int check = xmodem(frame);
            frame[2] = (byte) (check & 0xFF);
            frame[frame.length - 1] = (byte) (check >>> 8);
        } else {
            frame[frame.length - 1] = (byte) (256 - sum(frame) % 256);
        }
        return frame;
    }

    private boolean isWhole(byte[] frame) {
        if (!crc) {
            return sum(frame) % 256 == 0;
        }
        int check = xmodem(frame);
        return (frame[2] & 0xFF) == (check & 0xFF) && (frame[frame.length - 1] & 0xFF) == check >>> 8;
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        for (byte each : bytes) {
            sum += Byte.toUnsignedInt(each);
        }
        return sum;
    }

    /// CRC-16/XMODEM of destination, length, header and data.
    private static int xmodem(byte[] frame) {
        int register = 0;
        for (int at = 0; at < frame.length - 1; at++) {
            if (at == 2) {
                continue;
            }
            for (int bit = 7; bit >= 0; bit--) {
                boolean top = (register >>> 15 & 1) != (frame[at] >>> bit & 1);
                register = (register << 1 ^ (top ? 0x1021 : 0)) & 0xFFFF;
            }
        }
        return register;
    }
}
