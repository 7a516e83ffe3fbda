package org.countinghouse.serial.cctalk;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;

/// The host's end of one bus: says something to one device and waits for what it answers. Called by one
/// thread; [#close] by any.
///
/// A reply does not tell what it replies to. So whatever lies there before we speak is thrown away, an
/// answer must come from the device that was asked and be as long as that question's answer is, and
/// after a silence the bus is left alone until a late answer has passed.
final class Bus implements AutoCloseable {
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(2);
    private static final Duration LISTEN_SLICE = Duration.ofMillis(500);
    private static final int MOST_WAITING = 64;
    private static final int OPTIONAL_TRIES = 2;
    private static final byte[] BROKEN = {};

    private final Cable cable;
    private final CcTalkSettings settings;
    private final BlockingQueue<byte[]> heard = new ArrayBlockingQueue<>(MOST_WAITING);
    private Deadline deadline = Deadline.in(Duration.ZERO);
    private volatile boolean dead;

    Bus(Cable cable, CcTalkSettings settings) {
        this.cable = cable;
        this.settings = settings;
        Thread.ofPlatform().name("listening to ccTalk").daemon().start(this::listen);
    }

    /// Everything until the next call of this must be done within the limit.
    void limit(Duration limit) {
        deadline = Deadline.in(limit);
    }

    /// What a device says.
    sealed interface Reply {
        record Answer(byte[] data) implements Reply {}

        /// It does not want to, or does not know how.
        record Nak() implements Reply {}
    }

    /// Asks what may be asked any number of times, and does so until there is an answer.
    ///
    /// @param length which lengths the answer can have
    /// @throws IOException when there is none
    Reply ask(int device, int header, IntPredicate length, int... data) throws IOException {
        return asked(frame(device, header, data), length, settings.timings().tries())
                .orElseThrow(() -> dying(new IOException("nothing answers at address " + device)));
    }

    /// Asks a device that is there what it may not know. Some say no, others say nothing.
    Reply askOptional(int device, int header, IntPredicate length, int... data) throws IOException {
        return asked(frame(device, header, data), length, OPTIONAL_TRIES).orElseGet(Reply.Nak::new);
    }

    /// Says once what must not be said twice.
    ///
    /// @return empty when no answer came: nobody knows whether it was heard
    Optional<Reply> say(int device, int header, IntPredicate length, int... data) throws IOException {
        var reply = exchange(frame(device, header, data), length);
        if (reply.isEmpty()) {
            letPass();
        }
        return reply;
    }

    /// Waits, within the limit.
    void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time.compareTo(deadline.left()) < 0 ? time : deadline.left());
        } catch (InterruptedException _) {
            throw dying(interrupted());
        }
    }

    @Override
    public void close() {
        dead = true;
        heard.offer(BROKEN);
        cable.close();
    }

    private Optional<Reply> asked(CcTalkFrame question, IntPredicate length, int tries) throws IOException {
        for (int turn = 1; turn <= tries; turn++) {
            var reply = exchange(question, length);
            if (reply.isEmpty() || turn > 1) {
                letPass();
            }
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }

    private Optional<Reply> exchange(CcTalkFrame said, IntPredicate length) throws IOException {
        if (dead) {
            throw new IOException("the cable is off");
        }
        if (deadline.isOver()) {
            throw dying(new IOException("the limit is over"));
        }
        var checksum = settings.checksum(said.destination());
        heard.clear();
        try {
            cable.write(checksum.wrap(said), WRITE_LIMIT);
            return awaited(said, length, new CcTalkFrames(checksum));
        } catch (InterruptedException _) {
            throw dying(interrupted());
        } catch (IOException e) {
            throw dying(e);
        }
    }

    private Optional<Reply> awaited(CcTalkFrame said, IntPredicate length, CcTalkFrames frames)
            throws IOException, InterruptedException {
        var until = Deadline.in(settings.timings().reply());
        boolean echoed = settings.echo() != CcTalkSettings.Echo.YES;
        while (!until.isOver()) {
            long wait = frames.isMidway() ? settings.timings().gap().toMillis() : until.millisLeft() + 1;
            byte[] bytes = heard.poll(wait, TimeUnit.MILLISECONDS);
            if (bytes == null) {
                frames.gap();
                continue;
            }
            if (dead) {
                throw new IOException("the cable was pulled");
            }
            for (var frame : frames.feed(bytes)) {
                if (frame.repeats(said)) {
                    echoed = true;
                } else if (echoed && answers(said, frame, length)) {
                    return Optional.of(
                            frame.header() == Header.REPLY ? new Reply.Answer(frame.data()) : new Reply.Nak());
                }
            }
        }
        return Optional.empty();
    }

    /// A device that says it is busy (header 6) is asked again, like one that said nothing.
    private boolean answers(CcTalkFrame said, CcTalkFrame frame, IntPredicate length) {
        boolean fromIt = settings.checksum(said.destination()) == Checksum.CRC || frame.source() == said.destination();
        return frame.destination() == CcTalkFrame.HOST
                && fromIt
                && (frame.header() == Header.REPLY && length.test(frame.data().length)
                        || frame.header() == Header.NAK && frame.data().length == 0);
    }

    /// A late answer must not pass for the answer to what is asked next.
    private void letPass() throws IOException {
        pause(settings.timings().reply());
        heard.clear();
    }

    private void listen() {
        var bytes = new byte[CcTalkFrame.MOST_DATA];
        try {
            while (!dead) {
                int count = cable.read(bytes, LISTEN_SLICE);
                if (count > 0) {
                    // When nobody reads any more, what does not fit is noise.
                    heard.offer(Arrays.copyOf(bytes, count));
                }
            }
        } catch (IOException _) {
            close();
        }
    }

    private <E extends IOException> E dying(E reason) {
        close();
        return reason;
    }

    private static CcTalkFrame frame(int device, int header, int... data) {
        var bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return new CcTalkFrame(device, CcTalkFrame.HOST, header, bytes);
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new IOException("given up");
    }
}
