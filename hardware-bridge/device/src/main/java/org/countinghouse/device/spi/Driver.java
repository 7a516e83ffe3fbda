package org.countinghouse.device.spi;

import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.RegisteredDevice;

/// A way to reach devices, found by [java.util.ServiceLoader]. Real drivers and simulators enter by
/// this door.
public interface Driver {
    /// Whether an address is of this driver's kind; answered from the text alone.
    boolean drives(DeviceAddress address);

    /// Example addresses, for the message when none fits.
    List<String> examples();

    /// Opens what stands at an address this driver drives.
    ///
    /// @param limit the longest this call may take
    Devices.Connection open(DeviceAddress address, Duration limit);

    /// Opens a device of the station's registry. A driver whose vendor's software has settings of its
    /// own finds them in the properties, of this device and of those that belong to it.
    default Devices.Connection open(RegisteredDevice device, DeviceRegistry registry, Duration limit) {
        return open(device.address(), limit);
    }
}
