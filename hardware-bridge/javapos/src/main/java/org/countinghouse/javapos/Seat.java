package org.countinghouse.javapos;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import jpos.BaseControl;
import jpos.JposConst;
import jpos.JposException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One JavaPOS control and the one thread it is used on. A seat whose vendor hangs is left, not repaired.
///
/// It holds the control strongly: JavaPOS disconnects a service whose control is collected as garbage.
///
/// @param <W> the control, or words of ours for it
final class Seat<W> {
    /// Shorter claims fail on real devices that are waking up.
    static final int CLAIM_MILLIS = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);

    private final String logicalName;
    private final boolean claims;
    private final BaseControl base;
    private final W control;
    private final Ears ears;
    private final ExecutorService thread;
    private final AtomicBoolean left = new AtomicBoolean();
    private volatile int power = JposConst.JPOS_PS_UNKNOWN;

    /// When the call that is running began; 0 when none is.
    private volatile long busySince;

    Seat(String logicalName, boolean claims, BaseControl base, Function<BaseControl, W> view, Ears ears) {
        this.logicalName = logicalName;
        this.claims = claims;
        this.base = base;
        control = view.apply(base);
        this.ears = ears;
        thread = Executors.newSingleThreadExecutor(task -> Thread.ofPlatform()
                .name(logicalName)
                .daemon()
                .unstarted(() -> {
                    Thread.currentThread()
                            .setContextClassLoader(DriverJars.now().loader());
                    task.run();
                }));
        listen();
    }

    W control() {
        return control;
    }

    /// Opens, claims and enables what is not yet; only called on the seat's thread.
    void ready() throws JposException {
        if (!isOpen()) {
            base.open(logicalName);
        }
        if (claims && !base.getClaimed()) {
            base.claim(CLAIM_MILLIS);
        }
        if (!base.getDeviceEnabled()) {
            askForPower();
            base.setDeviceEnabled(true);
        }
    }

    /// Whether the device has said that it is switched off or away, and not since that it is back.
    boolean isOff() {
        return power == JposConst.JPOS_PS_OFF
                || power == JposConst.JPOS_PS_OFFLINE
                || power == JposConst.JPOS_PS_OFF_OFFLINE;
    }

    /// Makes a call, so that [#busyFor] knows of it.
    <T> T timed(Callable<T> call) throws Exception {
        busySince = System.nanoTime() | 1;
        try {
            return call.call();
        } finally {
            busySince = 0;
        }
    }

    /// How long the call that is running has taken; less than nothing when none is.
    Duration busyFor() {
        long since = busySince;
        return since == 0 ? Duration.ofNanos(-1) : Duration.ofNanos(System.nanoTime() - since);
    }

    boolean isLeft() {
        return left.get();
    }

    void run(FutureTask<?> task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException _) {
            task.cancel(false);
        }
    }

    /// Nothing more is heard from this control. When its thread comes back, it closes the control, so that the port is
    /// free again.
    void leave(Runnable whenFree) {
        if (left.compareAndSet(false, true)) {
            thread.shutdownNow();
            Thread.ofVirtual().name("leaving " + logicalName).start(() -> {
                try {
                    thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                close();
                whenFree.run();
            });
        }
    }

    /// Closes the control, on the calling thread.
    void close() {
        left.set(true);
        try {
            if (isOpen()) {
                base.close();
            }
        } catch (JposException | RuntimeException | LinkageError e) {
            LOG.debug("{}: closing failed", logicalName, e);
        }
    }

    /// The control's own state is no answer here: it says "closed" for a service that throws when it is asked.
    private boolean isOpen() {
        try {
            base.getDeviceServiceVersion();
            return true;
        } catch (JposException e) {
            return e.getErrorCode() != JposConst.JPOS_E_CLOSED;
        }
    }

    private void askForPower() {
        try {
            var any = ByName.of(AnyControl.class, base);
            if (any.getCapPowerReporting() != JposConst.JPOS_PR_NONE) {
                any.setPowerNotify(JposConst.JPOS_PN_ENABLED);
            }
        } catch (JposException e) {
            LOG.debug("{} tells nothing of its power", logicalName, e);
        }
    }

    /// One permanent listener of each kind: JavaPOS goes wrong when they come and go. Nothing that is thrown behind
    /// them may reach the vendor's event thread.
    private void listen() {
        var any = ByName.of(AnyControl.class, base);
        listen(() -> any.addStatusUpdateListener(event -> hear(() -> heard(event.getStatus()))));
        listen(() -> any.addDataListener(_ -> hear(ears::data)));
        listen(() -> any.addErrorListener(event -> hear(() -> event.setErrorResponse(JposConst.JPOS_ER_CLEAR))));
    }

    private interface Listening {
        void begin() throws JposException;
    }

    private void listen(Listening listening) {
        try {
            listening.begin();
        } catch (JposException e) {
            LOG.trace("{} has no such events", logicalName, e);
        }
    }

    private void heard(int status) {
        if (status >= JposConst.JPOS_SUE_POWER_ONLINE && status <= JposConst.JPOS_SUE_POWER_OFF_OFFLINE) {
            power = status;
        }
        ears.status(status);
    }

    private void hear(Runnable what) {
        if (left.get()) {
            return;
        }
        try {
            what.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("{}: what listens failed", logicalName, e);
        }
    }
}
