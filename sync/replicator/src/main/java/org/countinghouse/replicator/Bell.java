package org.countinghouse.replicator;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes the replicator's thread. A commit rings: that ends idling, but no back-off, or every sale would knock at a
/// cloud
/// that asked for quiet. A person insists: that ends both.
final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private boolean rung;
    private boolean insisted;

    void ring() {
        lock.lock();
        try {
            rung = true;
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void insist() {
        lock.lock();
        try {
            insisted = true;
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Idles until somebody rings or insists.
    void idle(Duration limit) throws InterruptedException {
        await(limit, true);
    }

    /// Waits the whole time, unless somebody insists.
    void holdOff(Duration limit) throws InterruptedException {
        await(limit, false);
    }

    private void await(Duration limit, boolean ringing) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            while (left > 0 && !insisted && !(ringing && rung)) {
                left = heard.awaitNanos(left);
            }
            rung = false;
            insisted = false;
        } finally {
            lock.unlock();
        }
    }
}
