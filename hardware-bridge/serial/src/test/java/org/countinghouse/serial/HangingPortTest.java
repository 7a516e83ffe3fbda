package org.countinghouse.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.countinghouse.device.spi.Deadline;
import org.junit.jupiter.api.Test;

/// What serial drivers do to us, played at the native calls: no pseudo terminal hangs in its closing.
class HangingPortTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Worker worker = new Worker();

    @Test
    void aClosingThatNeverComesBackIsLeftBehind() {
        var port = new OddPort(1, true);
        var cable = new SerialCable(port, worker);
        var patience = Deadline.in(SerialCable.CLOSE_LIMIT.plusSeconds(1));

        cable.close();
        cable.close();

        assertThat(patience.isOver()).isFalse();
        assertThat(worker.hangs(SerialCables.use(port.name()))).isTrue();
        port.comeBack();
        eventually(() -> !worker.hangs(SerialCables.use(port.name())));
    }

    @Test
    void aWriteThatHangsIsBroughtBackByClosing() {
        var port = new OddPort(Integer.MIN_VALUE, false);
        var cable = new SerialCable(port, worker);

        assertThatThrownBy(() -> cable.write(new byte[10], SHORT)).hasMessageContaining("took no more bytes");
        eventually(() -> !worker.hangs("writing to " + port.name()));
        assertThatThrownBy(() -> cable.write(new byte[10], SHORT)).hasMessageContaining("taken off");
    }

    @Test
    void aPortThatSaysItIsOpenAndTakesNothingIsDead() {
        for (int count : List.of(0, -1)) {
            assertThatThrownBy(() -> new SerialCable(new OddPort(count, false), worker).write(new byte[1], SHORT))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("pulled");
        }
    }

    @Test
    void aPortThatTakesByteByByteGetsThemAll() throws IOException {
        var port = new OddPort(1, false);
        new SerialCable(port, worker).write(new byte[] {1, 2, 3}, PATIENCE);

        assertThat(port.taken).containsExactly((byte) 1, (byte) 2, (byte) 3);
    }

    @Test
    void anOpeningThatComesTooLateIsUndoneAndAnErrorIsNoLateness() {
        var back = new CountDownLatch(1);
        var undone = new CountDownLatch(1);

        assertThat(worker.within(SHORT, "opening", () -> waitFor(back), _ -> undone.countDown()))
                .isEmpty();
        assertThat(worker.hangs("opening")).isTrue();
        back.countDown();
        assertThat(waitFor(undone)).isTrue();
        eventually(() -> !worker.hangs("opening"));
        assertThatThrownBy(() -> worker.within(PATIENCE, "loading", () -> {
                    throw new UnsatisfiedLinkError("no such part");
                }))
                .hasRootCauseMessage("no such part");
    }

    private static void eventually(BooleanSupplier claim) {
        var deadline = Deadline.in(PATIENCE);
        while (!claim.getAsBoolean() && !deadline.isOver()) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(claim.getAsBoolean()).isTrue();
    }

    private static boolean waitFor(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class OddPort implements SerialCable.Port {
        private final List<Byte> taken = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch back = new CountDownLatch(1);
        private final int takes;
        private final boolean closingHangs;

        /// @param takes what a write answers; the least number of all for one that hangs
        OddPort(int takes, boolean closingHangs) {
            this.takes = takes;
            this.closingHangs = closingHangs;
        }

        void comeBack() {
            back.countDown();
        }

        @Override
        public String name() {
            return "/dev/odd";
        }

        @Override
        public int write(byte[] bytes, int from) {
            if (takes == Integer.MIN_VALUE) {
                waitFor(back);
                return -1;
            }
            if (takes == 1) {
                taken.add(bytes[from]);
            }
            return takes;
        }

        @Override
        public int read(byte[] into) {
            return 0;
        }

        @Override
        public boolean close() {
            if (closingHangs) {
                waitFor(back);
            } else {
                comeBack();
            }
            return true;
        }
    }
}
