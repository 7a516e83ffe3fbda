package org.countinghouse.serial;

import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.spi.Cables;

/// Devices alone at the end of a cable that the address names after its own scheme, as in
/// `display:serial:/dev/ttyUSB0`.
public final class Cabled {
    private Cabled() {}

    /// Makes what stands there.
    @FunctionalInterface
    public interface Opening {
        /// @throws IllegalArgumentException when a setting makes no sense, with a reason people can read
        Devices at(DeviceAddress cable, Cables cables);
    }

    /// Opens what stands there, or refuses an address that names no cable or makes no sense. Nothing is asked of
    /// the far end.
    public static Devices.Connection open(DeviceAddress address, Opening opening) {
        var cable = address.inner();
        var cables = cable.flatMap(Cables::reaching);
        if (cable.isEmpty() || cables.isEmpty()) {
            String scheme = address.scheme();
            return new Devices.Connection.Refused("\"" + address.target() + "\" is no cable; type " + scheme
                    + ":serial:/dev/ttyUSB0 or " + scheme + ":tcp://host:port");
        }
        var problem = cables.get().problem(cable.get());
        if (problem.isPresent()) {
            return new Devices.Connection.Refused(problem.get());
        }
        try {
            return new Devices.Connection.Connected(opening.at(cable.get(), cables.get()));
        } catch (IllegalArgumentException e) {
            return new Devices.Connection.Refused(String.valueOf(e.getMessage()));
        }
    }
}
