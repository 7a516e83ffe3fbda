package org.countinghouse.serial.cctalk;

import java.time.Duration;
import java.util.List;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.serial.Cabled;
import org.countinghouse.serial.MachineAlone;

/// Drives the devices of one ccTalk bus as one cash machine:
/// `cctalk:serial:/dev/ttyUSB0?hoppers=3:USD25&coins=2`. The table of settings is at `CcTalkSettings`.
public final class CcTalkDriver implements Driver {
    /// Found by ServiceLoader.
    public CcTalkDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals("cctalk");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "cctalk:serial:/dev/ttyUSB0?hoppers=3:USD25,4:USD100&coins=2&bills=40",
                "cctalk:tcp://192.168.1.50:4001?hoppers=3:EUR100&coins=2");
    }

    /// Opens at once; the cable is laid when the machine is greeted.
    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        return Cabled.open(
                address,
                (cable, cables) ->
                        new MachineAlone(address, new CcTalkMoney(address, cable, cables, CcTalkSettings.of(address))));
    }
}
