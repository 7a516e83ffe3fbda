package org.countinghouse.serial.ssp;

import java.util.Arrays;

/// One frame without its wrapping.
///
/// @param head the sequence bit (80h) and the address of the slave in one byte
/// @param data a command or an answer, 1 to 255 bytes
record SspFrame(int head, byte[] data) {
    static final int SEQUENCE_BIT = 0x80;

    @Override
    public boolean equals(Object other) {
        return other instanceof SspFrame(var otherHead, var otherData)
                && head == otherHead
                && Arrays.equals(data, otherData);
    }

    @Override
    public int hashCode() {
        return 31 * head + Arrays.hashCode(data);
    }
}
