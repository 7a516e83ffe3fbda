package org.countinghouse.serial.cashlogy;

import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.serial.MachineAlone;

/// Drives Cashlogy machines through the CashlogyConnector: `cashlogy:tcp://192.168.1.80:8092`.
public final class CashlogyDriver implements Driver {

    /// Found by ServiceLoader.
    public CashlogyDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals("cashlogy");
    }

    @Override
    public List<String> examples() {
        return List.of("cashlogy:tcp://192.168.1.80:8092");
    }

    /// Opens at once and speaks to the machine when it is first used.
    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        try {
            return new Devices.Connection.Connected(
                    new MachineAlone(address, new CashlogyProtocol(CashlogySettings.of(address))));
        } catch (IllegalArgumentException e) {
            return new Devices.Connection.Refused(String.valueOf(e.getMessage()));
        }
    }
}
