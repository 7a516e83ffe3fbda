package org.countinghouse.serial.glory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whatever a Glory machine sends, in whatever pieces, is read or is an [UnreadableXml], and what is
/// read can be added up.
public final class GloryFuzz {
    private static final String CURRENCY = "EUR";
    private static final FrameSplitter ALL_DAY = new FrameSplitter();

    private GloryFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ALL_DAY.take(bytes, bytes.length);
        var splitter = new FrameSplitter();
        int half = bytes.length / 2;
        var frames = new ArrayList<>(splitter.take(bytes, half));
        frames.addAll(splitter.take(Arrays.copyOfRange(bytes, half, bytes.length), bytes.length - half));
        frames.addAll(splitter.take(new byte[1], 1));
        for (String frame : frames) {
            if (frame.isBlank() || frame.indexOf(0) >= 0 || frame.length() > FrameSplitter.LONGEST_FRAME) {
                throw new AssertionError("no frame");
            }
            read(frame);
        }
    }

    private static void read(String frame) {
        try {
            for (FccEvent event : FccEvent.in(frame, CURRENCY)) {
                switch (event) {
                    case FccEvent.Answered(var reply) -> add(reply);
                    case FccEvent.Counted counted ->
                        FccCash.sum(counted.lines()).total(CURRENCY);
                    case FccEvent.StatusChanged changed -> changed.status().words();
                    case FccEvent.HeartBeat _,
                            FccEvent.WaitsForHand _,
                            FccEvent.HandCame _,
                            FccEvent.Trouble _,
                            FccEvent.Other _ -> {}
                }
            }
        } catch (UnreadableXml _) {
            // Nobody knows what was meant, and that is said.
        }
    }

    private static void add(FccReply reply) throws UnreadableXml {
        reply.words();
        for (int type : List.of(FccCash.IN, FccCash.OUT, FccCash.COLLECTED)) {
            reply.cash(type, CURRENCY).ifPresent(pieces -> pieces.total(CURRENCY));
        }
        var stock = Stock.of(reply, CURRENCY);
        stock.holdings();
        stock.slots();
        stock.alarms();
        stock.currencies().forEach(each -> stock.named(stock.dispensableOf(each)));
        reply.status();
    }
}
