package org.countinghouse.javapos;

import java.nio.charset.StandardCharsets;
import jpos.JposConst;
import jpos.JposException;
import jpos.ScannerConst;
import jpos.events.DataEvent;
import jpos.services.EventCallbacks;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Scanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our JavaPOS service for bar code scanners (UPOS 1.15, Scanner).
public final class ScannerService extends DeviceService {
    private static final Logger LOG = LoggerFactory.getLogger(ScannerService.class);
    private static final byte[] NOTHING = {};

    private final DataQueue queue;
    private volatile boolean autoDisable;
    private volatile boolean decodes;
    private volatile Read current = new Read(NOTHING, NOTHING, ScannerConst.SCAN_SDT_UNKNOWN);

    /// What the properties say until the next data event.
    private record Read(byte[] data, byte[] label, int type) {}

    ScannerService(DeviceAddress address) {
        super(Registry.Category.Scanner, address);
        queue = new DataQueue("scans of " + address);
    }

    public boolean getAutoDisable() {
        return autoDisable;
    }

    public void setAutoDisable(boolean disable) {
        autoDisable = disable;
    }

    public boolean getDecodeData() {
        return decodes;
    }

    public void setDecodeData(boolean decode) {
        decodes = decode;
    }

    public int getDataCount() {
        return queue.count();
    }

    public boolean getDataEventEnabled() {
        return queue.isEnabled();
    }

    public void setDataEventEnabled(boolean enable) {
        queue.setEnabled(enable);
    }

    public byte[] getScanData() {
        return current.data.clone();
    }

    public byte[] getScanDataLabel() {
        return current.label.clone();
    }

    public int getScanDataType() {
        return current.type;
    }

    public void clearInput() {
        queue.clear();
    }

    public void clearInputProperties() {
        current = new Read(NOTHING, NOTHING, ScannerConst.SCAN_SDT_UNKNOWN);
    }

    @Override
    public void setFreezeEvents(boolean freeze) throws JposException {
        super.setFreezeEvents(freeze);
        queue.setFrozen(freeze);
    }

    @Override
    public synchronized void close() throws JposException {
        super.close();
        queue.clear();
        queue.close();
    }

    @Override
    void whenEnabled(Devices devices) throws JposException {
        scanner(devices).whenScanned(this::scanned);
    }

    @Override
    void whenDisabled(Devices devices) {
        devices.scanner().ifPresent(scanner -> scanner.whenScanned(_ -> {}));
    }

    /// Comes on the scanner's own thread.
    private void scanned(Scanner.Scan scan) {
        counted("GoodScanCount");
        if (!queue.add(() -> tell(scan))) {
            LOG.warn("a scan is lost: {} wait already", DataQueue.MOST);
        }
        if (autoDisable) {
            try {
                setDeviceEnabled(false);
            } catch (JposException e) {
                LOG.debug("closed meanwhile", e);
            }
        }
    }

    private void tell(Scanner.Scan scan) {
        byte[] data = scan.data().getBytes(StandardCharsets.UTF_8);
        current = decodes
                ? new Read(data, data, Symbology.number(scan.kind()))
                : new Read(data, NOTHING, ScannerConst.SCAN_SDT_UNKNOWN);
        EventCallbacks to = callbacks();
        if (to != null) {
            to.fireDataEvent(new DataEvent(to.getEventSource(), 0));
        }
    }

    @Override
    void look(StateWatch changes) {
        changes.saw("power", powerState());
    }

    @Override
    String health() {
        return "scanner: " + state();
    }

    @Override
    int powerState() {
        return state() == Scanner.State.READY ? JposConst.JPOS_PS_ONLINE : JposConst.JPOS_PS_OFF_OFFLINE;
    }

    private Scanner.State state() {
        try {
            return scanner(devices()).state();
        } catch (JposException _) {
            return Scanner.State.NO_ANSWER;
        }
    }

    private static Scanner scanner(Devices devices) throws JposException {
        return devices.scanner()
                .orElseThrow(() -> new JposException(JposConst.JPOS_E_NOHARDWARE, "there is no scanner"));
    }
}
