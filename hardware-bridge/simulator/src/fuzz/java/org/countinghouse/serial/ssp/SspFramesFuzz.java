package org.countinghouse.serial.ssp;

import java.util.ArrayList;
import java.util.Arrays;

/// Whatever noise comes through an SSP cable, in whatever pieces: a frame that is found did come, and
/// the next whole one is found.
public final class SspFramesFuzz {
    private static final int STX = 0x7F;
    private static final SspFrames ALL_DAY = new SspFrames();
    private static final SspFrame NEXT = new SspFrame(0x80, new byte[] {STX, 0, (byte) 0xF0, STX});

    private SspFramesFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ALL_DAY.feed(bytes);
        var atOnce = new SspFrames().feed(bytes);
        var reader = new SspFrames();
        int half = bytes.length / 2;
        var inPieces = new ArrayList<>(reader.feed(bytes, half));
        inPieces.addAll(reader.feed(Arrays.copyOfRange(bytes, half, bytes.length)));
        check(inPieces.equals(atOnce), "pieces matter");
        for (var frame : atOnce) {
            check(frame.data().length >= 1 && frame.data().length <= SspFrames.MOST_DATA, "length");
            check(holds(bytes, SspFrames.wrapped(frame)), "a frame that never came");
        }
        // After a single 7Fh nobody can tell whether the next begins a frame or doubles it.
        if (bytes.length == 0 || bytes[bytes.length - 1] != STX) {
            var after = reader.feed(SspFrames.wrapped(NEXT));
            check(!after.isEmpty() && after.getLast().equals(NEXT), "a frame is lost after noise");
        }
    }

    private static void check(boolean claim, String what) {
        if (!claim) {
            throw new AssertionError(what);
        }
    }

    private static boolean holds(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
