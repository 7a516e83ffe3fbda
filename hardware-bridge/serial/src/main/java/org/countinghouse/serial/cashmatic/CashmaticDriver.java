package org.countinghouse.serial.cashmatic;

import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.serial.MachineAlone;

/// Drives Cashmatic machines: `cashmatic:tcp://192.168.1.171?user=…&password-file=…&pin=…`.
public final class CashmaticDriver implements Driver {

    /// Found by ServiceLoader.
    public CashmaticDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals("cashmatic");
    }

    @Override
    public List<String> examples() {
        return List.of("cashmatic:tcp://192.168.1.171?user=till&password-file=/etc/cashmatic&pin=ab:cd:…");
    }

    /// Opens at once and speaks to the machine when it is first used.
    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        try {
            return new Devices.Connection.Connected(
                    new MachineAlone(address, new CashmaticProtocol(CashmaticSettings.of(address))));
        } catch (IllegalArgumentException e) {
            return new Devices.Connection.Refused(String.valueOf(e.getMessage()));
        }
    }
}
