package org.countinghouse.javapos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import jpos.CashDrawer;
import jpos.CashDrawerConst;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Opening;
import org.countinghouse.device.spi.DeviceThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A drawer behind a `jpos.CashDrawer`, ours or a vendor's, on a thread of its own: it never waits for
/// the printer.
final class JavaPosDrawer implements org.countinghouse.device.CashDrawer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JavaPosDrawer.class);

    /// How long after the pulse the drawer may take to show that it is open.
    private static final Duration PROOF_LIMIT = Duration.ofSeconds(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(12);
    private static final Duration STATE_LIMIT = Duration.ofSeconds(6);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

    private final String logicalName;
    private final String name;
    private final CashDrawer control = new CashDrawer();
    private final DeviceThread thread;
    private final List<Consumer<DrawerState>> listeners = new CopyOnWriteArrayList<>();

    JavaPosDrawer(String logicalName, String name) {
        this.logicalName = logicalName;
        this.name = name;
        thread = new DeviceThread(logicalName);
        // The one listener this control ever gets: JavaPOS calls listeners while it holds their list.
        control.addStatusUpdateListener(event -> told(event.getStatus()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Opening open() {
        return thread.answer(
                OPEN_LIMIT,
                this::openNow,
                _ -> new Opening.NoAnswer("not finished within " + OPEN_LIMIT.toSeconds() + " s"));
    }

    @Override
    public DrawerState state() {
        return thread.answer(STATE_LIMIT, this::ask, _ -> DrawerState.UNKNOWN);
    }

    @Override
    public boolean tellsState() {
        return thread.answer(STATE_LIMIT, this::tells, _ -> false);
    }

    @Override
    public void whenTold(Consumer<DrawerState> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        thread.answer(CLOSE_LIMIT, this::closeNow, _ -> false);
        thread.close();
    }

    private void told(int status) {
        LOG.debug("{}: status {}", logicalName, status);
        switch (status) {
            case CashDrawerConst.CASH_SUE_DRAWEROPEN -> listeners.forEach(it -> it.accept(DrawerState.OPEN));
            case CashDrawerConst.CASH_SUE_DRAWERCLOSED -> listeners.forEach(it -> it.accept(DrawerState.SHUT));
            default -> {
                // Power states and the like say nothing of the drawer.
            }
        }
    }

    private Opening openNow() throws InterruptedException {
        try {
            makeReady();
            boolean wasOpen = ask() == DrawerState.OPEN;
            control.openDrawer();
            if (!control.getCapStatus()) {
                return new Opening.Unconfirmed(Opening.Why.NO_SENSE_WIRE);
            }
            if (wasOpen) {
                return new Opening.AlreadyOpen();
            }
            return opens() ? new Opening.Opened() : new Opening.Unconfirmed(Opening.Why.SENSE_DID_NOT_CHANGE);
        } catch (JposException e) {
            return new Opening.NoAnswer(e.getMessage() + " (JavaPOS " + e.getErrorCode() + ")");
        }
    }

    /// Our own service has already waited, a vendor's has not.
    private boolean opens() throws JposException, InterruptedException {
        boolean hasWaited = DeviceService.DESCRIPTION.equals(control.getDeviceServiceDescription());
        long end = System.nanoTime() + (hasWaited ? 0 : PROOF_LIMIT.toNanos());
        do {
            if (control.getDrawerOpened()) {
                return true;
            }
            Thread.sleep(LOOK_EVERY);
        } while (System.nanoTime() < end);
        return false;
    }

    private DrawerState ask() {
        try {
            makeReady();
            if (!control.getCapStatus()) {
                return DrawerState.UNKNOWN;
            }
            return control.getDrawerOpened() ? DrawerState.OPEN : DrawerState.SHUT;
        } catch (JposException _) {
            return DrawerState.UNKNOWN;
        }
    }

    private boolean tells() {
        try {
            makeReady();
            return control.getCapStatus();
        } catch (JposException _) {
            return false;
        }
    }

    /// A drawer is shared by UPOS: it is enabled without being claimed, so nobody can keep the cashier
    /// from it.
    private void makeReady() throws JposException {
        if (control.getState() == JposConst.JPOS_S_CLOSED) {
            control.open(logicalName);
        }
        if (!control.getDeviceEnabled()) {
            control.setDeviceEnabled(true);
        }
    }

    private boolean closeNow() {
        try {
            if (control.getState() != JposConst.JPOS_S_CLOSED) {
                control.close();
            }
            return true;
        } catch (JposException e) {
            LOG.debug("{}: closing failed", logicalName, e);
            return false;
        }
    }
}
