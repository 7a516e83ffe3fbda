package org.countinghouse.serial.ssp;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.serial.Cabled;
import org.countinghouse.serial.MachineAlone;

/// Drives cash machines that speak SSP: `ssp:serial:/dev/ttyUSB0`, `ssp:tcp://host:port`.
public final class SspDriver implements Driver {
    private static final String SCHEME = "ssp";

    /// Found by ServiceLoader.
    public SspDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals(SCHEME);
    }

    @Override
    public List<String> examples() {
        return List.of("ssp:serial:/dev/ttyUSB0", "ssp:tcp://192.168.1.60:4001?slave=16");
    }

    /// Opens at once; the cable is laid when the machine is greeted.
    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        return Cabled.open(address, (cable, cables) -> {
            var settings = SspSettings.of(address);
            var end = twoStopBits(cable);
            return new MachineAlone(address, new SspMachine(settings, wait -> wire(cables, end, settings, wait)));
        });
    }

    private static SspWire wire(Cables cables, DeviceAddress address, SspSettings settings, Duration limit)
            throws IOException {
        return new SspWire(cables.lay(address, limit), settings.slave(), settings.limits());
    }

    /// GA138, "Hardware layer": 9600 baud, no parity, two stop bits.
    private static DeviceAddress twoStopBits(DeviceAddress address) {
        return address.scheme().equals("serial") && address.option("stop").isEmpty()
                ? address.with("stop", "2")
                : address;
    }
}
