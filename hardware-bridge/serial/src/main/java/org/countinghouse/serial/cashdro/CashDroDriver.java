package org.countinghouse.serial.cashdro;

import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.serial.MachineAlone;

/// Drives CashDro machines: `cashdro:tcp://192.168.1.70?user=…&password-file=…&pin=…`.
public final class CashDroDriver implements Driver {

    /// Found by ServiceLoader.
    public CashDroDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals("cashdro");
    }

    @Override
    public List<String> examples() {
        return List.of("cashdro:tcp://192.168.1.70?user=till&password-file=/etc/cashdro&pin=ab:cd:…");
    }

    /// Opens at once and speaks to the machine when it is first used.
    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        try {
            return new Devices.Connection.Connected(
                    new MachineAlone(address, new CashDroProtocol(CashDroSettings.of(address))));
        } catch (IllegalArgumentException e) {
            return new Devices.Connection.Refused(String.valueOf(e.getMessage()));
        }
    }
}
