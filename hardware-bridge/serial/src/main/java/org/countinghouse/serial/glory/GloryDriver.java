package org.countinghouse.serial.glory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.serial.MachineAlone;

/// Drives Glory cash recyclers of the CASHINFINITY family in the network.
public final class GloryDriver implements Driver {

    /// Found by ServiceLoader.
    public GloryDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals("glory");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "glory:tcp://192.168.1.60:9090?host=192.168.1.10&user=till-1",
                "glory:tcp://192.168.1.60:3000?channel=socket.io");
    }

    /// Opens at once; the machine is reached when it is greeted.
    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        try {
            var settings = GlorySettings.of(address);
            return new Devices.Connection.Connected(new MachineAlone(
                    address, new GloryMachine(settings, GloryTimings.USUAL, Clock.systemDefaultZone())));
        } catch (IllegalArgumentException e) {
            return new Devices.Connection.Refused(String.valueOf(e.getMessage()));
        }
    }
}
