package org.countinghouse.device;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A picture as a PNG file, such as the shop's logo. Only its size is looked at here; whoever prints
/// it decides what becomes black.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;
    private static final int HEAD = 24;
    private static final int MOST_BYTES = 1 << 20;

    /// A small file may unfold to more than a station has memory for.
    private static final int MOST_DOTS_A_SIDE = 4096;

    private final byte[] bytes;

    private Png(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws IllegalArgumentException with what is wrong, when this is no PNG or one that is too
    ///     large
    public static Png of(byte[] file) {
        if (file.length < HEAD || !Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new IllegalArgumentException("this picture is no PNG file");
        }
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException("this picture has more than " + MOST_BYTES / 1024 + " KB");
        }
        var png = new Png(file.clone());
        if (png.width() < 1 || png.height() < 1 || png.width() > MOST_DOTS_A_SIDE || png.height() > MOST_DOTS_A_SIDE) {
            throw new IllegalArgumentException("this picture is not 1 to " + MOST_DOTS_A_SIDE + " dots wide and high");
        }
        return png;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int width() {
        return ByteBuffer.wrap(bytes).getInt(WIDTH_AT);
    }

    public int height() {
        return ByteBuffer.wrap(bytes).getInt(HEIGHT_AT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Png png && Arrays.equals(bytes, png.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PNG " + width() + " x " + height();
    }
}
