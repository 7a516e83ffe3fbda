package org.countinghouse.app.till;

import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.Opening;

/// A drawer that does what it is told.
final class PretendDrawer implements CashDrawer {
    Opening answer = new Opening.Opened();
    int openings;

    @Override
    public String name() {
        return "Counter drawer";
    }

    @Override
    public Opening open() {
        openings++;
        return answer;
    }

    @Override
    public boolean tellsState() {
        return false;
    }

    @Override
    public DrawerState state() {
        return DrawerState.UNKNOWN;
    }
}
