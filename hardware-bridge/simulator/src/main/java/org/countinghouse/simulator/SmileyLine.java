package org.countinghouse.simulator;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The slave's side of SSP frames, written from GA138 without a look at the driver's: one checks the
/// other. It hears bytes and gives the packets that were whole; it holds one packet at most.
final class SmileyLine {
    private static final int FLAG = 0x7F;
    private static final int LONGEST = 2 + 255 + 2;
    private static final int[] CRC_TABLE = crcTable();

    private final ByteArrayOutputStream bare = new ByteArrayOutputStream(LONGEST);
    private State state = State.OUTSIDE;

    private enum State {
        /// Between frames; whatever comes is noise.
        OUTSIDE,
        /// A flag came outside a frame.
        BEGINNING,
        INSIDE,
        /// A flag came inside: data if another follows, else a new beginning.
        DOUBTFUL
    }

    /// @param head the sequence bit and the address
    record Packet(int head, byte[] data) {
        int sequence() {
            return head & 0x80;
        }

        int address() {
            return head & 0x7F;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Packet(var itsHead, var itsData) && head == itsHead && Arrays.equals(data, itsData);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(data) ^ head;
        }
    }

    List<Packet> heard(byte[] bytes, int count) {
        var packets = new ArrayList<Packet>();
        for (int i = 0; i < count; i++) {
            heard(bytes[i] & 0xFF, packets);
        }
        return packets;
    }

    /// The near end was changed; half a packet is none.
    void forget() {
        state = State.OUTSIDE;
        bare.reset();
    }

    static byte[] framed(Packet packet) {
        var inside = new ByteArrayOutputStream();
        inside.write(packet.head());
        inside.write(packet.data().length);
        inside.writeBytes(packet.data());
        int crc = crc(inside.toByteArray());
        inside.write(crc & 0xFF);
        inside.write(crc >>> 8);
        var framed = new ByteArrayOutputStream();
        framed.write(FLAG);
        for (byte each : inside.toByteArray()) {
            framed.write(each);
            if (each == FLAG) {
                framed.write(FLAG);
            }
        }
        return framed.toByteArray();
    }

    static int crc(byte[] bytes) {
        int crc = 0xFFFF;
        for (byte each : bytes) {
            crc = crc << 8 & 0xFFFF ^ CRC_TABLE[(crc >>> 8 ^ each) & 0xFF];
        }
        return crc;
    }

    private void heard(int value, List<Packet> packets) {
        boolean flag = value == FLAG;
        switch (state) {
            case OUTSIDE -> state = flag ? State.BEGINNING : State.OUTSIDE;
            case BEGINNING -> {
                if (flag) {
                    // Two flags outside a frame are the rest of something we did not hear the beginning of.
                    state = State.OUTSIDE;
                } else {
                    begin(value);
                }
            }
            case INSIDE -> {
                if (flag) {
                    state = State.DOUBTFUL;
                } else {
                    take(value, packets);
                }
            }
            case DOUBTFUL -> {
                if (flag) {
                    state = State.INSIDE;
                    take(value, packets);
                } else {
                    begin(value);
                }
            }
        }
    }

    private void begin(int head) {
        bare.reset();
        bare.write(head);
        state = State.INSIDE;
    }

    private void take(int value, List<Packet> packets) {
        bare.write(value);
        byte[] so = bare.toByteArray();
        int length = so[1] & 0xFF;
        if (so.length < length + 4) {
            return;
        }
        state = State.OUTSIDE;
        bare.reset();
        int told = so[length + 2] & 0xFF | (so[length + 3] & 0xFF) << 8;
        if (length > 0 && told == crc(Arrays.copyOf(so, length + 2))) {
            packets.add(new Packet(so[0] & 0xFF, Arrays.copyOfRange(so, 2, length + 2)));
        }
    }

    private static int[] crcTable() {
        var table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int rest = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                rest = (rest & 0x8000) == 0 ? rest << 1 : rest << 1 ^ 0x8005;
            }
            table[i] = rest & 0xFFFF;
        }
        return table;
    }
}
