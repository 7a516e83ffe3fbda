package org.countinghouse.device.spi;

import org.countinghouse.device.DeviceAddress;

/// The far end of a cable, played by us. It does what it is told and nothing by the clock.
public interface Peer extends AutoCloseable {
    String name();

    /// Where a driver finds it.
    DeviceAddress address();

    /// Calls back, on the peer's own thread, after anything about it changed.
    void whenChanged(Runnable listener);

    @Override
    void close();
}
