package org.countinghouse.javapos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import jpos.CashDrawer;
import jpos.CashDrawerConst;
import jpos.JposException;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Opening;

/// A drawer behind a `jpos.CashDrawer`, ours or a vendor's, on a thread of its own: it never waits for
/// the printer.
final class JavaPosDrawer implements org.countinghouse.device.CashDrawer, OpenDevice {
    /// How long after the pulse the drawer may take to show that it is open.
    private static final Duration PROOF_LIMIT = Duration.ofSeconds(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STATE_LIMIT = Duration.ofSeconds(6);

    private final String name;
    private final ControlThread<CashDrawer> thread;
    private final List<Consumer<DrawerState>> listeners = new CopyOnWriteArrayList<>();

    JavaPosDrawer(String logicalName, String name) {
        this.name = name;
        // A drawer is shared by UPOS: it is enabled without being claimed, so nobody can keep the cashier from it.
        thread = new ControlThread<>(logicalName, false, PATIENCE, CashDrawer::new, CashDrawer.class::cast, ears());
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
                _ -> new Opening.NoAnswer("not finished within " + OPEN_LIMIT.toSeconds() + " s"),
                JavaPosDrawer::failed);
    }

    @Override
    public DrawerState state() {
        return thread.answer(STATE_LIMIT, this::ask, _ -> DrawerState.UNKNOWN, _ -> DrawerState.UNKNOWN);
    }

    @Override
    public boolean tellsState() {
        return thread.answer(STATE_LIMIT, this::tells, _ -> false, _ -> false);
    }

    @Override
    public void whenTold(Consumer<DrawerState> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        thread.close();
    }

    /// What the drawer tells by itself.
    private Ears ears() {
        return new Ears() {
            @Override
            public void status(int status) {
                switch (status) {
                    case CashDrawerConst.CASH_SUE_DRAWEROPEN ->
                        listeners.forEach(each -> each.accept(DrawerState.OPEN));
                    case CashDrawerConst.CASH_SUE_DRAWERCLOSED ->
                        listeners.forEach(each -> each.accept(DrawerState.SHUT));
                    default -> {
                        // Power states and the like say nothing of the drawer.
                    }
                }
            }
        };
    }

    private Opening openNow(Seat<CashDrawer> seat) throws InterruptedException {
        CashDrawer control = seat.control();
        try {
            seat.ready();
            boolean wasOpen = ask(seat) == DrawerState.OPEN;
            control.openDrawer();
            if (!control.getCapStatus()) {
                return new Opening.Unconfirmed(Opening.Why.NO_SENSE_WIRE);
            }
            if (wasOpen) {
                return new Opening.AlreadyOpen();
            }
            return opens(control) ? new Opening.Opened() : new Opening.Unconfirmed(Opening.Why.SENSE_DID_NOT_CHANGE);
        } catch (JposException e) {
            return failed(e);
        }
    }

    private static Opening failed(JposException e) {
        return new Opening.NoAnswer(e.getMessage() + " (JavaPOS " + e.getErrorCode() + ")");
    }

    /// Our own service has already waited, a vendor's has not.
    private boolean opens(CashDrawer control) throws JposException, InterruptedException {
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

    private DrawerState ask(Seat<CashDrawer> seat) {
        CashDrawer control = seat.control();
        try {
            seat.ready();
            if (!control.getCapStatus()) {
                return DrawerState.UNKNOWN;
            }
            return control.getDrawerOpened() ? DrawerState.OPEN : DrawerState.SHUT;
        } catch (JposException _) {
            return DrawerState.UNKNOWN;
        }
    }

    private boolean tells(Seat<CashDrawer> seat) {
        try {
            seat.ready();
            return seat.control().getCapStatus();
        } catch (JposException _) {
            return false;
        }
    }
}
