package org.countinghouse.simulator;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;

/// A WebSocket frame (RFC 6455, section 5.2).
///
/// @param last whether a message ends with it
/// @param code what is in it
record WebSocketFrame(boolean last, int code, byte[] bytes) {
    static final int MORE = 0;
    static final int TEXT = 1;
    static final int BYTES = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /// Nobody has more to say to a machine we play.
    static final int LONGEST = 64 * 1024;

    private static final int LONGEST_CONTROL = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int LAST = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int MASK_LENGTH = 4;

    boolean isControl() {
        return code >= CLOSE;
    }

    /// Reads one that a client sent, which has to be masked (5.3).
    ///
    /// @throws IOException when it is none, or too long, or nothing comes any more
    static WebSocketFrame read(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        int code = first & 0x0F;
        boolean last = (first & LAST) != 0;
        if ((first & RESERVED) != 0 || (second & MASKED) == 0 || code > PONG || code > BYTES && code < CLOSE) {
            throw new IOException("no frame of a client");
        }
        int length = length(in, second & ~MASKED);
        if (code >= CLOSE && (!last || length > LONGEST_CONTROL)) {
            throw new IOException("a control frame in parts");
        }
        var mask = new byte[MASK_LENGTH];
        in.readFully(mask);
        var bytes = new byte[length];
        in.readFully(bytes);
        for (int i = 0; i < length; i++) {
            bytes[i] ^= mask[i % MASK_LENGTH];
        }
        return new WebSocketFrame(last, code, bytes);
    }

    /// As a server sends it, without a mask.
    byte[] bare() {
        var out = new ByteArrayOutputStream();
        out.write((last ? LAST : 0) | code);
        if (bytes.length <= LONGEST_CONTROL) {
            out.write(bytes.length);
        } else if (bytes.length <= 0xFFFF) {
            out.write(TWO_BYTES);
            write(out, bytes.length, 2);
        } else {
            out.write(EIGHT_BYTES);
            write(out, bytes.length, 8);
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static int length(DataInputStream in, int told) throws IOException {
        long length = switch (told) {
            case TWO_BYTES -> in.readUnsignedShort();
            case EIGHT_BYTES -> in.readLong();
            default -> told;
        };
        if (length < 0 || length > LONGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        return (int) length;
    }

    private static void write(ByteArrayOutputStream out, long number, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (number >>> 8 * i));
        }
    }
}
