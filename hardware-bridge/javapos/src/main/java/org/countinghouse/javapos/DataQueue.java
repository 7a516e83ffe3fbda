package org.countinghouse.javapos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Input that waits until somebody wants it (UPOS 1.15, Introduction, "Device Input Model"): a data event is told when
/// data events are enabled and not frozen; telling one switches them off until the program asks for the next.
final class DataQueue implements AutoCloseable {
    /// Nobody scans more before looking at the screen.
    static final int MOST = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(DataQueue.class);

    private final Deque<Input> waiting = new ArrayDeque<>();
    private final ExecutorService telling;
    private boolean enabled;
    private boolean frozen;

    /// One input.
    interface Input {
        /// Puts what was read into the properties, and tells the event.
        void tell();
    }

    DataQueue(String name) {
        telling = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("telling " + name).daemon().factory());
    }

    /// @return whether there was room
    boolean add(Input input) {
        synchronized (this) {
            if (waiting.size() >= MOST) {
                return false;
            }
            waiting.add(input);
        }
        tellNext();
        return true;
    }

    void setEnabled(boolean enable) {
        synchronized (this) {
            enabled = enable;
        }
        tellNext();
    }

    synchronized boolean isEnabled() {
        return enabled;
    }

    void setFrozen(boolean freeze) {
        synchronized (this) {
            frozen = freeze;
        }
        tellNext();
    }

    synchronized int count() {
        return waiting.size();
    }

    synchronized void clear() {
        waiting.clear();
    }

    private void tellNext() {
        try {
            telling.execute(() -> {
                Input next;
                synchronized (this) {
                    if (!enabled || frozen || waiting.isEmpty()) {
                        return;
                    }
                    next = waiting.poll();
                    enabled = false;
                }
                tell(next);
            });
        } catch (RejectedExecutionException _) {
            LOG.debug("closed");
        }
    }

    private static void tell(Input input) {
        try {
            input.tell();
        } catch (RuntimeException e) {
            LOG.warn("a listener failed", e);
        }
    }

    @Override
    public void close() {
        telling.shutdownNow();
    }
}
