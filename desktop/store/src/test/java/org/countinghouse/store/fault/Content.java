package org.countinghouse.store.fault;

import java.util.Arrays;

/// The bytes of a file.
final class Content {
    private byte[] bytes;
    private int length;

    Content() {
        this(new byte[0], 0);
    }

    private Content(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    Content copy() {
        return new Content(Arrays.copyOf(bytes, length), length);
    }

    /// What lies between the end and the place is zeros.
    void write(int place, byte[] source, int from, int count) {
        grow(place + count);
        System.arraycopy(source, from, bytes, place, count);
        length = Math.max(length, place + count);
    }

    void cut(int newLength) {
        grow(newLength);
        if (newLength < length) {
            Arrays.fill(bytes, newLength, length, (byte) 0);
        }
        length = newLength;
    }

    private void grow(int needed) {
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
