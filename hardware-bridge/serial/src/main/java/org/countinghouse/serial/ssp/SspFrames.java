package org.countinghouse.serial.ssp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Finds frames in what comes through a cable, and wraps them for it (GA138, "Transport Layer"): `7F
/// SEQ|ADDRESS LENGTH DATA… CRC-low CRC-high`.
///
/// Every 7Fh after the first is doubled, wherever it stands. A single one begins a new frame, so
/// whatever noise comes first, the next whole frame is found. Holds one frame at most.
final class SspFrames {
    private static final int STX = 0x7F;
    private static final int POLYNOMIAL = 0x8005;
    private static final int SEED = 0xFFFF;
    private static final int HEADER = 2;
    private static final int CHECK = 2;
    static final int MOST_DATA = 255;

    private final byte[] frame = new byte[HEADER + MOST_DATA + CHECK];
    private int filled;
    private boolean inFrame;
    private boolean afterStx;

    /// Takes in bytes as they come.
    ///
    /// @return the frames that became whole and whose check is right, in order
    List<SspFrame> feed(byte[] bytes, int count) {
        var whole = new ArrayList<SspFrame>();
        for (int i = 0; i < count; i++) {
            feed(bytes[i] & 0xFF, whole);
        }
        return whole;
    }

    List<SspFrame> feed(byte[] bytes) {
        return feed(bytes, bytes.length);
    }

    static byte[] wrapped(SspFrame frame) {
        byte[] data = frame.data();
        if (data.length < 1 || data.length > MOST_DATA) {
            throw new IllegalArgumentException("a frame does not carry " + data.length + " bytes");
        }
        var bare = new byte[HEADER + data.length];
        bare[0] = (byte) frame.head();
        bare[1] = (byte) data.length;
        System.arraycopy(data, 0, bare, HEADER, data.length);
        int crc = crc(bare, bare.length);
        var out = new ByteArrayOutputStream();
        out.write(STX);
        for (byte each : bare) {
            stuffed(each & 0xFF, out);
        }
        stuffed(crc & 0xFF, out);
        stuffed(crc >> 8, out);
        return out.toByteArray();
    }

    /// CRC-16 as GA138 has it: nothing reflected, nothing inverted. Also the check inside an encrypted
    /// packet.
    static int crc(byte[] bytes, int count) {
        int crc = SEED;
        for (int i = 0; i < count; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }

    private static void stuffed(int value, ByteArrayOutputStream out) {
        out.write(value);
        if (value == STX) {
            out.write(STX);
        }
    }

    private void feed(int value, List<SspFrame> whole) {
        if (value == STX && !afterStx) {
            afterStx = true;
            return;
        }
        if (afterStx) {
            afterStx = false;
            if (value != STX) {
                // The one before stood alone: it began a frame, and this is its first byte.
                inFrame = true;
                filled = 0;
            }
        }
        if (inFrame) {
            put(value, whole);
        }
    }

    private void put(int value, List<SspFrame> whole) {
        frame[filled++] = (byte) value;
        if (filled < HEADER) {
            return;
        }
        int length = frame[1] & 0xFF;
        if (length == 0) {
            inFrame = false;
        } else if (filled == HEADER + length + CHECK) {
            inFrame = false;
            int told = frame[filled - 2] & 0xFF | (frame[filled - 1] & 0xFF) << 8;
            if (told == crc(frame, HEADER + length)) {
                var data = new byte[length];
                System.arraycopy(frame, HEADER, data, 0, length);
                whole.add(new SspFrame(frame[0] & 0xFF, data));
            }
        }
    }
}
