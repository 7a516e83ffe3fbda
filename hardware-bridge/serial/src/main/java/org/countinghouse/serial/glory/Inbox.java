package org.countinghouse.serial.glory;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.countinghouse.device.spi.Deadline;

/// What the machine said unasked and nobody has read yet. Whoever waits here also wakes when a call is
/// answered.
final class Inbox {
    /// When more wait, the oldest is lost. Events only show progress; money is settled by answers.
    private static final int MOST = 512;

    private final Deque<FccEvent> waiting = new ArrayDeque<>();
    private boolean poked;

    synchronized void put(FccEvent event) {
        if (waiting.size() >= MOST) {
            waiting.removeFirst();
        }
        waiting.addLast(event);
        notifyAll();
    }

    /// Wakes whoever waits, because something happened that is no event.
    synchronized void poke() {
        poked = true;
        notifyAll();
    }

    /// Waits until something happens; no event is taken out.
    synchronized void waitForPoke(Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        while (!poked && deadline.millisLeft() > 0) {
            sleep(deadline);
        }
        poked = false;
    }

    /// The oldest event; empty when there was none within the limit, or something else happened.
    synchronized Optional<FccEvent> next(Duration limit) throws IOException {
        var deadline = Deadline.in(limit);
        while (waiting.isEmpty() && !poked && deadline.millisLeft() > 0) {
            sleep(deadline);
        }
        if (waiting.isEmpty()) {
            poked = false;
        }
        return Optional.ofNullable(waiting.pollFirst());
    }

    private void sleep(Deadline deadline) throws IOException {
        try {
            wait(Math.max(1, deadline.millisLeft()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waits for the machine any more");
        }
    }
}
