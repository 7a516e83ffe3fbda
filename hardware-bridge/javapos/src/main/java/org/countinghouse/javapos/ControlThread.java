package org.countinghouse.javapos;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import jpos.BaseControl;
import jpos.JposConst;
import jpos.JposException;
import org.jspecify.annotations.Nullable;

/// A JavaPOS device, used on one thread, because controls do not serialise calls, and with a limit for every call,
/// because a vendor's service may never come back. A late call goes on behind whoever gave up waiting; one that is
/// later
/// than patience has it is left alone with its thread and its control, and the next call gets fresh ones.
///
/// @param <W> the control, or words of ours for it
final class ControlThread<W> implements AutoCloseable {
    /// So many hanging threads of one device are put up with before it is given up until a restart.
    static final int MOST_STUCK = 3;

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final String logicalName;
    private final boolean claims;
    private final Duration patience;
    private final Supplier<? extends BaseControl> make;
    private final Function<BaseControl, W> view;
    private final Ears ears;
    private final AtomicInteger stuck = new AtomicInteger();
    private @Nullable Seat<W> seat;
    private @Nullable FutureTask<?> running;
    private boolean isClosed;

    /// What is done with the control, on its thread.
    interface Job<W, T> {
        T on(Seat<W> seat) throws JposException, InterruptedException;
    }

    /// @param claims whether the device must be claimed before it is enabled
    /// @param patience how long a call may take before it counts as hanging; longer than any limit
    ControlThread(
            String logicalName,
            boolean claims,
            Duration patience,
            Supplier<? extends BaseControl> make,
            Function<BaseControl, W> view,
            Ears ears) {
        this.logicalName = logicalName;
        this.claims = claims;
        this.patience = patience;
        this.make = make;
        this.view = view;
        this.ears = ears;
    }

    String logicalName() {
        return logicalName;
    }

    /// Runs a job and waits for it.
    ///
    /// @param limit for waiting in line and running together
    /// @throws JposException what the vendor's service says; what it throws besides is a failure (111)
    /// @throws Hangs when it did not come back in time
    <T> T call(Duration limit, Job<W, T> job) throws JposException, Hangs {
        return start(job).await(limit);
    }

    /// The same with an answer for everything.
    ///
    /// @param late told whether the job had begun
    <T> T answer(Duration limit, Job<W, T> job, Function<Boolean, T> late, Function<JposException, T> failed) {
        try {
            return call(limit, job);
        } catch (Hangs e) {
            return late.apply(e.begun());
        } catch (JposException e) {
            return failed.apply(e);
        }
    }

    /// Begins a job.
    <T> Started<T> start(Job<W, T> job) throws Hangs {
        Seat<W> at = seat();
        var begun = new AtomicBoolean();
        var task = new FutureTask<T>(() -> {
            begun.set(true);
            return at.timed(() -> job.on(at));
        });
        synchronized (this) {
            running = task;
        }
        at.run(task);
        return new Started<>(this, at, task, begun);
    }

    /// Whether the device has said that it is switched off or away.
    synchronized boolean isOff() {
        return seat != null && seat.isOff();
    }

    /// Leaves the control that is there; the next call gets a new one. What the old one still says is not heard.
    void renew() {
        Seat<W> old;
        synchronized (this) {
            old = seat;
            seat = null;
        }
        if (old != null) {
            close(old);
        }
    }

    /// May come from any thread; a call that is running fails soon.
    @Override
    public void close() {
        FutureTask<?> last;
        synchronized (this) {
            isClosed = true;
            last = running;
        }
        if (last != null) {
            last.cancel(true);
        }
        renew();
    }

    /// A job that has begun, or waits for the one before it.
    static final class Started<T> {
        private final ControlThread<?> of;
        private final Seat<?> at;
        private final FutureTask<T> task;
        private final AtomicBoolean begun;

        private Started(ControlThread<?> of, Seat<?> at, FutureTask<T> task, AtomicBoolean begun) {
            this.of = of;
            this.at = at;
            this.task = task;
            this.begun = begun;
        }

        /// Waits for its end, and stays where it is when that does not come.
        boolean endsWithin(Duration limit) throws Hangs {
            try {
                task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException _) {
                return false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new Hangs(of.logicalName + ": given up", begun.get());
            } catch (ExecutionException | CancellationException _) {
                return true;
            }
        }

        /// Waits for its end.
        ///
        /// @throws Hangs when it did not come; the job goes on, unless it had not begun
        T await(Duration limit) throws JposException, Hangs {
            try {
                return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                throw late("no answer within " + limit.toMillis() + " ms");
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw late("given up");
            } catch (CancellationException _) {
                throw new Hangs(of.logicalName + ": closed", begun.get());
            } catch (ExecutionException e) {
                throw ofVendor(e.getCause());
            }
        }

        private Hangs late(String words) {
            boolean hadBegun = begun.get();
            if (!hadBegun) {
                task.cancel(false);
            }
            of.leaveIfHanging(at);
            return new Hangs(of.logicalName + ": " + words, hadBegun);
        }

        private JposException ofVendor(@Nullable Throwable cause) {
            if (cause instanceof JposException jpos) {
                return jpos;
            }
            var said = new JposException(
                    JposConst.JPOS_E_FAILURE, of.logicalName + ": the vendor's software failed with " + cause);
            said.initCause(cause);
            return said;
        }
    }

    private Seat<W> seat() throws Hangs {
        Seat<W> there;
        synchronized (this) {
            there = seat;
        }
        if (there != null) {
            leaveIfHanging(there);
        }
        return freshSeat();
    }

    private synchronized Seat<W> freshSeat() throws Hangs {
        if (isClosed) {
            throw new Hangs(logicalName + ": closed", false);
        }
        if (seat == null) {
            if (stuck.get() >= MOST_STUCK) {
                throw new Hangs(logicalName + ": the vendor's software hangs; start the station anew", false);
            }
            seat = new Seat<>(logicalName, claims, make.get(), view, ears);
        }
        return seat;
    }

    private void leaveIfHanging(Seat<?> at) {
        if (at.busyFor().compareTo(patience) >= 0) {
            leave(at);
        }
    }

    private void leave(Seat<?> hanging) {
        synchronized (this) {
            if (seat == hanging) {
                seat = null;
            }
        }
        if (hanging.isLeft()) {
            return;
        }
        stuck.incrementAndGet();
        hanging.leave(stuck::decrementAndGet);
    }

    private void close(Seat<W> old) {
        var closing = new FutureTask<>(() -> {
            old.close();
            return true;
        });
        old.run(closing);
        try {
            closing.get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            old.leave(() -> {});
        } catch (ExecutionException | CancellationException _) {
            old.leave(() -> {});
        } catch (TimeoutException _) {
            leave(old);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            leave(old);
        }
    }
}
