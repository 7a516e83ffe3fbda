package org.countinghouse.serial.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;

/// Bytes that are sent, and the bytes that may come back.
record Question(byte[] asked, Duration patience) {
    /// More than any answer to a probe; a device that talks all the time is cut short.
    private static final int LONGEST_ANSWER = 64;

    private static final Duration WRITE_LIMIT = Duration.ofMillis(300);

    /// Whatever comes until `enough` bytes are there or time is up.
    byte[] answer(Cable cable, int enough, Deadline whole) throws IOException {
        cable.write(asked, WRITE_LIMIT);
        var deadline = Deadline.in(patience);
        var heard = new ByteArrayOutputStream();
        var some = new byte[LONGEST_ANSWER];
        while (heard.size() < Math.min(enough, LONGEST_ANSWER) && !deadline.isOver() && !whole.isOver()) {
            int count = cable.read(some, least(deadline, whole));
            heard.write(some, 0, count);
        }
        return heard.toByteArray();
    }

    /// On a single wire the question comes back before its answer.
    static byte[] withoutEcho(byte[] heard, byte[] asked) {
        boolean echoed = heard.length >= asked.length && Arrays.equals(heard, 0, asked.length, asked, 0, asked.length);
        return echoed ? Arrays.copyOfRange(heard, asked.length, heard.length) : heard;
    }

    private static Duration least(Deadline one, Deadline other) {
        return one.left().compareTo(other.left()) < 0 ? one.left() : other.left();
    }
}
