package org.countinghouse.javapos;

import java.time.Duration;
import jpos.CashDrawerConst;
import jpos.JposConst;
import jpos.JposException;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Opening;

/// Our JavaPOS service for cash drawers (UPOS 1.15, Cash Drawer).
public final class DrawerService extends DeviceService {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    DrawerService(DeviceAddress address) {
        super(Registry.Category.CashDrawer, address);
    }

    public boolean getCapStatus() throws JposException {
        return device().tellsState();
    }

    public boolean getDrawerOpened() throws JposException {
        return switch (device().state()) {
            case OPEN -> true;
            case SHUT -> false;
            case UNKNOWN -> {
                if (device().tellsState()) {
                    throw new JposException(JposConst.JPOS_E_NOHARDWARE, "the drawer does not answer");
                }
                yield false;
            }
        };
    }

    /// A pulse that nothing confirms is no error in JavaPOS; who wants proof asks getDrawerOpened.
    public void openDrawer() throws JposException {
        switch (device().open()) {
            case Opening.Opened(), Opening.AlreadyOpen() -> {
                counted("DrawerGoodOpenCount");
                lookNow();
            }
            case Opening.Unconfirmed _ -> counted("DrawerGoodOpenCount");
            case Opening.NoAnswer(var reason) -> {
                counted("DrawerFailedOpenCount");
                throw new JposException(JposConst.JPOS_E_NOHARDWARE, reason);
            }
        }
    }

    /// Waits for a hand to push the drawer shut. This computer has no speaker worth beeping with.
    public void waitForDrawerClose(int beepTimeout, int frequency, int duration, int delay) throws JposException {
        try {
            while (getDrawerOpened()) {
                Thread.sleep(LOOK_EVERY);
            }
            lookNow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new JposException(JposConst.JPOS_E_FAILURE, "given up");
        }
    }

    @Override
    void look(StateWatch changes) {
        DrawerState state = state();
        switch (state) {
            case OPEN -> changes.saw("drawer", CashDrawerConst.CASH_SUE_DRAWEROPEN);
            case SHUT -> changes.saw("drawer", CashDrawerConst.CASH_SUE_DRAWERCLOSED);
            case UNKNOWN -> {}
        }
        changes.saw("power", power(state));
    }

    @Override
    String health() {
        return "drawer: " + state();
    }

    @Override
    int powerState() {
        return power(state());
    }

    private int power(DrawerState state) {
        try {
            boolean silent = state == DrawerState.UNKNOWN && device().tellsState();
            return silent ? JposConst.JPOS_PS_OFF_OFFLINE : JposConst.JPOS_PS_ONLINE;
        } catch (JposException _) {
            return JposConst.JPOS_PS_UNKNOWN;
        }
    }

    private DrawerState state() {
        try {
            return device().state();
        } catch (JposException _) {
            return DrawerState.UNKNOWN;
        }
    }

    private CashDrawer device() throws JposException {
        return devices()
                .drawer()
                .orElseThrow(() -> new JposException(JposConst.JPOS_E_NOHARDWARE, "there is no drawer"));
    }
}
