package org.countinghouse.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sorts what a printer says into states (one byte each), confirmations (37h 22h id NUL) and what it
/// tells unasked (four bytes), and drops the rest.
final class Answers {
    private static final int BLOCK = 0x37;
    private static final int PRINTED = 0x22;
    private static final int LONGEST_BLOCK = 80;

    private final BlockingQueue<Integer> states = new ArrayBlockingQueue<>(16);
    private final BlockingQueue<String> confirmations = new ArrayBlockingQueue<>(16);
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final int[] told = new int[Asb.LENGTH];
    private final Consumer<Asb> whenTold;
    private int toldCount;

    /// @param whenTold gets what the printer tells unasked, on the thread that listens
    Answers(Consumer<Asb> whenTold) {
        this.whenTold = whenTold;
    }

    /// Called by the one thread that listens.
    void heard(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            heard(bytes[i] & 0xFF);
        }
    }

    /// Forgets states nobody waited for.
    void forgetStates() {
        states.clear();
    }

    @Nullable
    Integer state(long limitMillis) throws InterruptedException {
        return states.poll(limitMillis, TimeUnit.MILLISECONDS);
    }

    @Nullable
    String confirmation(long limitMillis) throws InterruptedException {
        return confirmations.poll(limitMillis, TimeUnit.MILLISECONDS);
    }

    private void heard(int value) {
        if (block.size() > 0) {
            inBlock(value);
        } else if (value == BLOCK) {
            block.write(value);
        } else if (isState(value)) {
            states.offer(value);
        } else {
            unasked(value);
        }
    }

    /// An answer to DLE EOT may stand between its bytes.
    private void unasked(int value) {
        if (toldCount == 0 ? !Asb.begins(value) : !Asb.continues(value)) {
            toldCount = Asb.begins(value) ? 1 : 0;
            told[0] = value;
            return;
        }
        told[toldCount++] = value;
        if (toldCount == Asb.LENGTH) {
            toldCount = 0;
            whenTold.accept(new Asb(told[0], told[1], told[2]));
        }
    }

    private void inBlock(int value) {
        if (value != 0) {
            block.write(value);
        }
        if (value == 0 || block.size() > LONGEST_BLOCK) {
            byte[] bytes = block.toByteArray();
            block.reset();
            if (bytes.length == 6 && bytes[1] == PRINTED) {
                confirmations.offer(new String(bytes, 2, 4, StandardCharsets.US_ASCII));
            }
        }
    }

    /// Every answer to DLE EOT has bits 1 and 4 set, bits 0 and 7 clear (Epson, DLE EOT).
    private static boolean isState(int value) {
        return (value & 0x93) == 0x12;
    }
}
