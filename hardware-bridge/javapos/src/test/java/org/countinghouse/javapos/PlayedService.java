package org.countinghouse.javapos;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.StatusUpdateEvent;
import jpos.services.EventCallbacks;

/// What a played service of any kind does.
public class PlayedService {
    private static final long LONG_SECONDS = 30;

    final List<String> calls = new CopyOnWriteArrayList<>();
    final CountDownLatch recovery = new CountDownLatch(1);
    volatile EventCallbacks callbacks;
    volatile int claimTimeout;
    volatile boolean deleted;
    volatile String hangsAt = "";
    private volatile boolean claimed;
    private volatile boolean enabled;

    public void open(String logicalName, EventCallbacks events) throws JposException {
        maybeHang("open");
        callbacks = events;
    }

    public void close() throws JposException {
        maybeHang("close");
        claimed = false;
        enabled = false;
    }

    public void deleteInstance() {
        deleted = true;
    }

    public void claim(int timeout) throws JposException {
        maybeHang("claim");
        claimTimeout = timeout;
        claimed = true;
    }

    public void release() {
        claimed = false;
    }

    public boolean getClaimed() {
        return claimed;
    }

    public boolean getDeviceEnabled() {
        return enabled;
    }

    public void setDeviceEnabled(boolean enable) {
        enabled = enable;
    }

    public int getState() {
        return JposConst.JPOS_S_IDLE;
    }

    public int getDeviceServiceVersion() {
        return 1_015_000;
    }

    public String getDeviceServiceDescription() {
        return "played";
    }

    public String getPhysicalDeviceDescription() {
        return "a played device";
    }

    public int getCapPowerReporting() {
        return JposConst.JPOS_PR_STANDARD;
    }

    public void setPowerNotify(int notify) {}

    public void checkHealth(int level) throws JposException {
        maybeHang("checkHealth");
    }

    /// Hangs like real software does: without listening to anybody who wants it to stop.
    void maybeHang(String where) {
        if (!hangsAt.equals(where)) {
            return;
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONG_SECONDS);
        boolean recovered = false;
        while (!recovered && System.nanoTime() < end) {
            try {
                recovered = recovery.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                // Real software swallows this, too.
            }
        }
    }

    /// Tells a status from a thread nobody knows.
    void tell(int status) throws InterruptedException {
        var to = callbacks;
        onOddThread(() -> to.fireStatusUpdateEvent(new StatusUpdateEvent(to.getEventSource(), status)));
    }

    static void onOddThread(Runnable what) throws InterruptedException {
        var thread = new Thread(what, "a vendor's thread");
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(LONG_SECONDS));
    }
}
