package org.countinghouse.serial.ssp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Deadline;
import org.junit.jupiter.api.Test;

class SspWireTest {
    private static final SspLimits LIMITS =
            new SspLimits(Duration.ofMillis(60), 3, Duration.ofMillis(1), Duration.ofMillis(60));
    private static final byte[] POLL = {0x07};

    private final TapedCable cable = new TapedCable();
    private final SspWire wire = new SspWire(cable, 0, LIMITS);

    @Test
    void sequenceBitsTakeTurnsAndAnAnswerToAnOlderFrameIsPassedOver() throws IOException {
        cable.answers(1, frame(0x80, 0xF0), frame(0x80, 0xF0));
        cable.answers(2, frame(0x00, 0xF0, 0xE8));

        wire.synchronise();
        assertThat(wire.exchange(POLL, soon())).isEqualTo(Ssp.command(0xF0, 0xE8));

        assertThat(cable.sent).containsExactly(frame(0x80, Ssp.SYNC), frame(0x00, 0x07));
        assertThat(wire.repeated()).isFalse();
    }

    @Test
    void aFrameWithoutAnswerIsRepeatedAsItWasAndThatIsRemembered() throws IOException {
        cable.answers(3, frame(0x80, 0xF0));

        wire.exchange(POLL, soon());

        assertThat(cable.sent).hasSize(3).containsOnly(frame(0x80, 0x07));
        assertThat(wire.repeated()).isTrue();
    }

    @Test
    void afterTheLastTryTheCableIsDeadForGood() {
        assertThatThrownBy(() -> wire.exchange(POLL, soon())).isInstanceOf(IOException.class);
        assertThat(cable.closed).isTrue();

        cable.answers(4, frame(0x80, 0xF0));
        assertThatThrownBy(() -> wire.exchange(POLL, soon())).isInstanceOf(IOException.class);
        assertThat(cable.sent).hasSize(3);
    }

    @Test
    void noiseForEverIsNoAnswer() {
        cable.noise = true;

        assertThatThrownBy(() -> wire.exchange(POLL, soon())).isInstanceOf(IOException.class);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    private static byte[] frame(int head, int... data) {
        byte[] bytes = Ssp.command(data[0], Arrays.copyOfRange(data, 1, data.length));
        return SspFrames.wrapped(new SspFrame(head, bytes));
    }

    /// Answers the n-th frame with what is on its tape.
    private static final class TapedCable implements Cable {
        private final List<byte[]> sent = new ArrayList<>();
        private final Deque<byte[]> coming = new ArrayDeque<>();
        private final List<List<byte[]>> tape = new ArrayList<>();
        private boolean closed;
        private boolean noise;

        void answers(int nth, byte[]... answers) {
            while (tape.size() < nth) {
                tape.add(List.of());
            }
            tape.set(nth - 1, List.of(answers));
        }

        @Override
        public void write(byte[] bytes, Duration limit) {
            sent.add(bytes);
            if (sent.size() <= tape.size()) {
                coming.addAll(tape.get(sent.size() - 1));
            }
        }

        @Override
        public int read(byte[] into, Duration limit) {
            if (noise) {
                into[0] = 0x7F;
                into[1] = (byte) limit.toMillis();
                return 2;
            }
            var answer = coming.poll();
            if (answer == null) {
                LockSupport.parkNanos(Math.min(5_000_000, limit.toNanos()));
                return 0;
            }
            System.arraycopy(answer, 0, into, 0, answer.length);
            return answer.length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
