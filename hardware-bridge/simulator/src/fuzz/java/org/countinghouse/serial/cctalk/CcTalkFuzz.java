package org.countinghouse.serial.cctalk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// Whatever comes over a ccTalk bus, in whatever pieces: a frame that is found did come, after a
/// silence the next one is found, and what acceptors and hoppers say of themselves is read.
public final class CcTalkFuzz {
    private static final int MOST_KEPT = 5;
    private static final CcTalkFrame NEXT = new CcTalkFrame(1, 0, 0, new byte[] {9, 0, (byte) 0xFF});

    private CcTalkFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        for (var checksum : Checksum.values()) {
            frames(checksum, bytes);
        }
        if (bytes.length > 3) {
            events(EventLog.of(Arrays.copyOf(bytes, EventLog.LENGTH)), bytes[bytes.length - 1] & 0xFF);
            names(bytes);
            HopperFlags.of(Arrays.copyOf(bytes, 3)).words();
        }
    }

    private static void frames(Checksum checksum, byte[] bytes) {
        var atOnce = new CcTalkFrames(checksum).feed(bytes);
        var reader = new CcTalkFrames(checksum);
        int half = bytes.length / 2;
        var inPieces = new ArrayList<>(reader.feed(Arrays.copyOf(bytes, half)));
        inPieces.addAll(reader.feed(Arrays.copyOfRange(bytes, half, bytes.length)));
        check(inPieces.equals(atOnce), "pieces matter");
        int at = 0;
        for (var frame : atOnce) {
            byte[] sent = checksum.wrap(frame);
            check(Arrays.equals(bytes, at, at + sent.length, sent, 0, sent.length), "a frame that never came");
            at += sent.length;
        }
        reader.gap();
        check(reader.feed(checksum.wrap(NEXT)).equals(java.util.List.of(NEXT)), "a frame is lost after a silence");
    }

    private static void events(EventLog log, int before) {
        switch (log.since(before)) {
            case EventLog.Since.All(var events) -> check(events.size() <= MOST_KEPT, "more events than it keeps");
            case EventLog.Since.Lost(var why) -> check(!why.isEmpty(), "why");
        }
    }

    private static void names(byte[] bytes) {
        String name = new String(bytes, 3, Math.min(8, bytes.length - 3), StandardCharsets.US_ASCII);
        int scaling = bytes[0] & 0xFF | (bytes[1] & 0xFF) << 8;
        ChannelNames.coin(name).ifPresent(CcTalkFuzz::worth);
        ChannelNames.country(name);
        ChannelNames.bill(name, scaling, bytes[2] & 0xFF).ifPresent(CcTalkFuzz::worth);
    }

    private static void worth(Denomination denomination) {
        check(Pieces.of(denomination, 0xFF).total(denomination.currency()) > 0, "worth nothing");
    }

    private static void check(boolean claim, String what) {
        if (!claim) {
            throw new AssertionError(what);
        }
    }
}
