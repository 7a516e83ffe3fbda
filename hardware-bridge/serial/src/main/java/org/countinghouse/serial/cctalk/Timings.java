package org.countinghouse.serial.cctalk;

import java.time.Duration;

/// How long is waited for what.
///
/// @param reply for a device's whole answer. Devices answer within 25 ms, but USB adapters and serial
///        servers do not
/// @param gap a silence that ends a frame; bytes of one frame follow each other within 10 ms on the bus
///        itself
/// @param poll between two looks at something that moves (Suzohapp Flow manual, p. 18: 100 ms)
/// @param settle how long nothing must happen after the mouth was shut, before a deposit is over: a
///        coin may still be falling, a bill still be on its way
/// @param tries how often a question is asked before its device counts as gone
record Timings(Duration reply, Duration gap, Duration poll, Duration settle, int tries) {
    static final Timings USUAL = new Timings(
            Duration.ofMillis(200), Duration.ofMillis(60), Duration.ofMillis(100), Duration.ofMillis(800), 3);

    Timings withReply(Duration other) {
        return new Timings(other, gap.compareTo(other) < 0 ? gap : other, poll, settle, tries);
    }

    Timings withPoll(Duration other) {
        return new Timings(reply, gap, other, settle, tries);
    }

    Timings withSettle(Duration other) {
        return new Timings(reply, gap, poll, other, tries);
    }
}
