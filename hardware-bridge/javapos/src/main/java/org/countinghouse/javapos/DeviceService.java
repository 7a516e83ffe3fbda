package org.countinghouse.javapos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.StatusUpdateEvent;
import jpos.services.EventCallbacks;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.jspecify.annotations.Nullable;

/// What every JavaPOS service does: open, claim, enable, and tell the device's state (UPOS 1.15, Common Properties and
/// Methods). Methods have the names JavaPOS calls them by, see [Contract].
public abstract class DeviceService {
    static final String DESCRIPTION = "Countinghouse service";
    private static final int VERSION = 1_015_000;

    /// Who freezes events and forgets them loses those above.
    private static final int MOST_KEPT = 100;

    private final Registry.Category category;
    private final DeviceAddress address;
    private @Nullable EventCallbacks callbacks;
    private @Nullable Lease lease;
    private @Nullable StateWatch watch;
    private boolean claimed;
    private boolean enabled;
    private boolean frozen;
    private int powerNotify = JposConst.JPOS_PN_DISABLED;
    private String healthText = "";
    private final List<Integer> kept = new ArrayList<>();
    private final ServiceStatistics statistics;

    DeviceService(Registry.Category category, DeviceAddress address) {
        this.category = category;
        this.address = address;
        statistics = new ServiceStatistics(category.name(), address.toString());
    }

    /// Asks the device and tells whoever listens what has changed since the last look.
    abstract void look(StateWatch changes);

    /// One sentence about the device's state.
    abstract String health() throws JposException;

    abstract int powerState();

    /// Begins what is done while the device is enabled.
    ///
    /// @throws JposException when it cannot be enabled
    void whenEnabled(Devices devices) throws JposException {}

    void whenDisabled(Devices devices) {}

    /// Called by JavaPOS, as are all public methods of a service.
    public synchronized void open(String logicalName, EventCallbacks events) throws JposException {
        switch (Lease.of(address)) {
            case Lease.Answer.Leased(var leased) -> lease = leased;
            case Lease.Answer.Failed(var connection) ->
                throw new JposException(JposConst.JPOS_E_NOSERVICE, logicalName + ": " + connection);
        }
        callbacks = events;
    }

    public synchronized void close() throws JposException {
        if (lease != null) {
            setDeviceEnabled(false);
            if (claimed) {
                release();
            }
            lease.close();
            lease = null;
        }
    }

    /// JavaPOS drops the service; closing has done all there is to do.
    public void deleteInstance() {}

    public void claim(int timeoutMillis) throws JposException {
        Semaphore permit = lease().claim(category);
        if (getClaimed()) {
            return;
        }
        try {
            boolean got = timeoutMillis == JposConst.JPOS_FOREVER
                    ? permit.tryAcquire(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)
                    : permit.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS);
            if (!got) {
                throw new JposException(JposConst.JPOS_E_TIMEOUT, "somebody else has claimed " + address);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new JposException(JposConst.JPOS_E_TIMEOUT, "given up");
        }
        synchronized (this) {
            claimed = true;
        }
    }

    public synchronized void release() throws JposException {
        if (!claimed) {
            throw new JposException(JposConst.JPOS_E_NOTCLAIMED, address + " is not claimed");
        }
        if (category.isExclusive()) {
            setDeviceEnabled(false);
        }
        claimed = false;
        lease().claim(category).release();
    }

    public synchronized void setDeviceEnabled(boolean enable) throws JposException {
        if (enable == enabled) {
            return;
        }
        Devices devices = lease().devices();
        if (enable && category.isExclusive() && !claimed) {
            throw new JposException(JposConst.JPOS_E_NOTCLAIMED, "claim it first");
        }
        if (enable) {
            whenEnabled(devices);
        } else {
            whenDisabled(devices);
        }
        enabled = enable;
        if (enable) {
            watch = StateWatch.started(category + " " + address, this);
        } else if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    public void checkHealth(int level) throws JposException {
        if (level != JposConst.JPOS_CH_INTERNAL && level != JposConst.JPOS_CH_EXTERNAL) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "only internal and external checks are made");
        }
        devices();
        String text = health();
        synchronized (this) {
            healthText = text;
        }
    }

    public synchronized String getCheckHealthText() {
        return healthText;
    }

    public synchronized boolean getClaimed() {
        return claimed;
    }

    public synchronized boolean getDeviceEnabled() {
        return enabled;
    }

    public synchronized boolean getFreezeEvents() {
        return frozen;
    }

    /// Events are kept while they are frozen, and told afterwards.
    public void setFreezeEvents(boolean freeze) throws JposException {
        List<Integer> waiting;
        synchronized (this) {
            frozen = freeze;
            waiting = freeze ? List.of() : List.copyOf(kept);
            kept.clear();
        }
        waiting.forEach(this::announce);
    }

    public int getState() {
        return JposConst.JPOS_S_IDLE;
    }

    public String getDeviceServiceDescription() {
        return DESCRIPTION;
    }

    public int getDeviceServiceVersion() {
        return VERSION;
    }

    public String getPhysicalDeviceName() {
        return address.toString();
    }

    public String getPhysicalDeviceDescription() {
        return category + " at " + address;
    }

    public int getCapPowerReporting() {
        return JposConst.JPOS_PR_STANDARD;
    }

    public synchronized int getPowerNotify() {
        return powerNotify;
    }

    public synchronized void setPowerNotify(int notify) throws JposException {
        if (enabled) {
            throw new JposException(JposConst.JPOS_E_ILLEGAL, "power notification is chosen before enabling");
        }
        powerNotify = notify;
    }

    public int getPowerState() {
        boolean known = getDeviceEnabled() && getPowerNotify() == JposConst.JPOS_PN_ENABLED;
        return known ? powerState() : JposConst.JPOS_PS_UNKNOWN;
    }

    public boolean getCapStatisticsReporting() {
        return true;
    }

    /// @param buffer which ones before, see [ServiceStatistics#xml]; the XML afterwards
    public void retrieveStatistics(String[] buffer) throws JposException {
        devices();
        buffer[0] = statistics.xml(buffer[0]);
    }

    /// Counts one more of something, for the statistics.
    void counted(String what) {
        statistics.count(what);
    }

    Registry.Category category() {
        return category;
    }

    synchronized @Nullable EventCallbacks callbacks() {
        return callbacks;
    }

    /// Our devices have nothing that a command number and raw bytes could say better, and raw bytes could open the
    /// drawer.
    public void directIO(int command, int[] data, @Nullable Object object) throws JposException {
        throw new JposException(JposConst.JPOS_E_ILLEGAL, "directIO " + command + " is not supported");
    }

    /// Tells JavaPOS a state that has changed.
    void announce(int status) {
        EventCallbacks to;
        synchronized (this) {
            boolean isPower =
                    status >= JposConst.JPOS_SUE_POWER_ONLINE && status <= JposConst.JPOS_SUE_POWER_OFF_OFFLINE;
            boolean isWanted = !isPower || powerNotify == JposConst.JPOS_PN_ENABLED;
            if (isWanted && frozen && kept.size() < MOST_KEPT) {
                kept.add(status);
            }
            to = frozen || !isWanted ? null : callbacks;
        }
        if (to != null) {
            to.fireStatusUpdateEvent(new StatusUpdateEvent(to.getEventSource(), status));
        }
    }

    /// Looks at the device now rather than at the watch's next turn.
    void lookNow() {
        StateWatch now;
        synchronized (this) {
            now = watch;
        }
        if (now != null) {
            look(now);
        }
    }

    Devices devices() throws JposException {
        Devices devices = lease().devices();
        if (!getDeviceEnabled()) {
            throw new JposException(JposConst.JPOS_E_DISABLED, address + " is not enabled");
        }
        return devices;
    }

    synchronized Lease lease() throws JposException {
        if (lease == null) {
            throw new JposException(JposConst.JPOS_E_CLOSED, address + " is not open");
        }
        return lease;
    }
}
