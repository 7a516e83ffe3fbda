package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.util.ArrayDeque;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;
import org.jspecify.annotations.Nullable;

/// One connection to one slave: a frame out, its answer in. The frame is repeated as it is, with the
/// same sequence bit, when no answer comes: a slave that has obeyed it already only answers again
/// (GA138, "Transport Layer"). That holds within this connection only, so any fault is its end.
final class SspWire implements AutoCloseable {
    private static final int READ_AT_ONCE = 256;

    private final Cable cable;
    private final int slave;
    private final SspLimits limits;
    private final SspFrames frames = new SspFrames();
    private final ArrayDeque<SspFrame> heard = new ArrayDeque<>();
    private int sequence = SspFrame.SEQUENCE_BIT;
    private boolean repeated;
    private volatile boolean dead;

    SspWire(Cable cable, int slave, SspLimits limits) {
        this.cable = cable;
        this.slave = slave;
        this.limits = limits;
    }

    /// Sends SYNC, after which both ends begin anew. Its own sequence bit is the set one, so the next
    /// is not.
    byte[] synchronise() throws IOException {
        sequence = SspFrame.SEQUENCE_BIT;
        return exchange(Ssp.command(Ssp.SYNC), Deadline.in(limits.answer().multipliedBy(limits.tries())));
    }

    /// @param by no frame is sent or awaited longer than this
    /// @throws IOException when no answer came: nobody knows whether the command was obeyed
    byte[] exchange(byte[] data, Deadline by) throws IOException {
        if (dead) {
            throw new IOException("the connection broke");
        }
        try {
            var frame = new SspFrame(sequence | slave, data);
            byte[] answer = answered(SspFrames.wrapped(frame), frame.head(), by);
            sequence ^= SspFrame.SEQUENCE_BIT;
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /// Whether the last frame went out more than once.
    boolean repeated() {
        return repeated;
    }

    @Override
    public void close() {
        dead = true;
        cable.close();
    }

    private byte[] answered(byte[] frame, int head, Deadline by) throws IOException {
        for (int attempt = 0; attempt < limits.tries() && (attempt == 0 || !by.isOver()); attempt++) {
            repeated = attempt > 0;
            cable.write(frame, limits.write());
            var patience = Deadline.in(limits.answer());
            while (!patience.isOver() && !by.isOver()) {
                var answer = next(patience.millisLeft() < by.millisLeft() ? patience : by);
                if (answer != null && answer.head() == head) {
                    return answer.data();
                }
            }
        }
        throw new IOException("no answer to " + limits.tries() + " frames of "
                + limits.answer().toMillis() + " ms each");
    }

    private @Nullable SspFrame next(Deadline deadline) throws IOException {
        if (heard.isEmpty()) {
            var bytes = new byte[READ_AT_ONCE];
            int count = cable.read(bytes, deadline.left());
            heard.addAll(frames.feed(bytes, count));
        }
        return heard.poll();
    }
}
