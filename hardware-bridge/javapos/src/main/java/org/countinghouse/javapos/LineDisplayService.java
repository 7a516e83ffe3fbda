package org.countinghouse.javapos;

import jpos.JposConst;
import jpos.JposException;
import jpos.LineDisplayConst;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.LineDisplay;
import org.jspecify.annotations.Nullable;

/// Our JavaPOS service for the display that faces the customer (UPOS 1.15, Line Display): one window, plain text.
public final class LineDisplayService extends DeviceService {
    private static final int FULL_BRIGHTNESS = 100;

    private @Nullable DisplayWindow window;
    private boolean cursorUpdate = true;

    LineDisplayService(DeviceAddress address) {
        super(Registry.Category.LineDisplay, address);
    }

    public int getCapCharacterSet() {
        return LineDisplayConst.DISP_CCS_UNICODE;
    }

    public int getCharacterSet() {
        return LineDisplayConst.DISP_CS_UNICODE;
    }

    public void setCharacterSet(int set) throws JposException {
        if (set != LineDisplayConst.DISP_CS_UNICODE) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "text is Unicode; what does not show is substituted");
        }
    }

    public String getCharacterSetList() {
        return Integer.toString(LineDisplayConst.DISP_CS_UNICODE);
    }

    public int getDeviceBrightness() {
        return FULL_BRIGHTNESS;
    }

    public int getDeviceRows() throws JposException {
        return device().rows();
    }

    public int getDeviceColumns() throws JposException {
        return device().columns();
    }

    public int getRows() throws JposException {
        return getDeviceRows();
    }

    public int getColumns() throws JposException {
        return getDeviceColumns();
    }

    public synchronized int getCursorRow() throws JposException {
        return window().row();
    }

    public synchronized void setCursorRow(int row) throws JposException {
        place(row, window().column());
    }

    public synchronized int getCursorColumn() throws JposException {
        return window().column();
    }

    public synchronized void setCursorColumn(int column) throws JposException {
        place(window().row(), column);
    }

    public synchronized boolean getCursorUpdate() {
        return cursorUpdate;
    }

    public synchronized void setCursorUpdate(boolean update) {
        cursorUpdate = update;
    }

    public synchronized void clearText() throws JposException {
        window().clear();
        show();
    }

    public synchronized void displayText(String text, int attribute) throws JposException {
        int row = window().row();
        int column = window().column();
        window().write(text);
        if (!cursorUpdate) {
            place(row, column);
        }
        show();
    }

    public synchronized void displayTextAt(int row, int column, String text, int attribute) throws JposException {
        place(row, column);
        displayText(text, attribute);
    }

    public synchronized void scrollText(int direction, int units) throws JposException {
        if (units < 0 || !window().scroll(direction, units)) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "text moves up, down, left or right");
        }
        show();
    }

    public synchronized void refreshWindow(int number) throws JposException {
        if (number != 0) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "there is one window, number 0");
        }
        show();
    }

    @Override
    void whenEnabled(Devices devices) throws JposException {
        display(devices);
    }

    @Override
    void look(StateWatch changes) {
        changes.saw("power", powerState());
    }

    @Override
    String health() {
        return "display: " + state();
    }

    @Override
    int powerState() {
        return state() == LineDisplay.State.READY ? JposConst.JPOS_PS_ONLINE : JposConst.JPOS_PS_OFF_OFFLINE;
    }

    private LineDisplay.State state() {
        try {
            return device().state();
        } catch (JposException _) {
            return LineDisplay.State.NO_ANSWER;
        }
    }

    private void place(int row, int column) throws JposException {
        if (!window().place(row, column)) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "there is no row " + row + " with a column " + column);
        }
    }

    private DisplayWindow window() throws JposException {
        if (window == null) {
            window = new DisplayWindow(device().rows(), device().columns());
        }
        return window;
    }

    private void show() throws JposException {
        switch (device().show(window().lines())) {
            case LineDisplay.Showing.Shown _ -> {}
            case LineDisplay.Showing.Refused(var reason) -> throw new JposException(JposConst.JPOS_E_ILLEGAL, reason);
            case LineDisplay.Showing.NoAnswer(var reason) ->
                throw new JposException(JposConst.JPOS_E_NOHARDWARE, reason);
        }
    }

    private LineDisplay device() throws JposException {
        return display(devices());
    }

    private static LineDisplay display(Devices devices) throws JposException {
        return devices.lineDisplay()
                .orElseThrow(() -> new JposException(JposConst.JPOS_E_NOHARDWARE, "there is no display"));
    }
}
