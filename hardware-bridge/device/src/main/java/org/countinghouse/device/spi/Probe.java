package org.countinghouse.device.spi;

import java.io.IOException;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;

/// Recognises a kind of device by a question that moves nothing, found by [java.util.ServiceLoader].
public interface Probe {
    /// What an installer calls it, such as `ESC/POS printer`.
    String name();

    DeviceHealth.Kind kind();

    /// Whether such a device can stand at such a cable, by the address alone.
    boolean suits(DeviceAddress cable);

    /// Whether the question does no harm whatever stands there instead: nothing moves, nothing is
    /// printed or shown, now or later.
    boolean isHarmlessAnywhere();

    /// Asks, once.
    ///
    /// @param at what the cable was laid by
    /// @return empty when nothing came that only such a device says
    Optional<Recognised> recognised(DeviceAddress at, Cable cable, Deadline deadline) throws IOException;

    /// @param address what to open to use the device, as far as it can be asked for
    /// @param words what it said of itself and what a person has to add to the address, in English
    record Recognised(DeviceAddress address, String words) {}
}
