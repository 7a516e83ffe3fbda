package org.countinghouse.javapos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.device.spi.MoneyProtocol;

/// Devices a test hands in, at `played:NAME`.
public final class PlayedDriver implements Driver {
    static final Map<String, PlayedDevices> DEVICES = new ConcurrentHashMap<>();

    /// Found by ServiceLoader.
    public PlayedDriver() {}

    record PlayedDevices(
            DeviceAddress address,
            Optional<LineDisplay> lineDisplay,
            Optional<Scanner> scanner,
            Optional<MoneyProtocol> cashMachine)
            implements Devices {
        @Override
        public void close() {}
    }

    static DeviceAddress play(String name, LineDisplay display, Scanner scanner, MoneyProtocol money) {
        var address = DeviceAddress.of("played:" + name);
        DEVICES.put(
                name,
                new PlayedDevices(
                        address,
                        Optional.ofNullable(display),
                        Optional.ofNullable(scanner),
                        Optional.ofNullable(money)));
        return address;
    }

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals("played");
    }

    @Override
    public List<String> examples() {
        return List.of();
    }

    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        return new Devices.Connection.Connected(DEVICES.get(address.target()));
    }
}
