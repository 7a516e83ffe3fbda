package org.countinghouse.serial.pole;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.serial.Cabled;

/// Drives ESC/POS customer displays at any cable that is found: `display:serial:/dev/ttyUSB0`,
/// `display:tcp://…`.
public final class PoleDriver implements Driver {
    private static final String SCHEME = "display";

    /// Found by ServiceLoader.
    public PoleDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals(SCHEME);
    }

    @Override
    public List<String> examples() {
        return List.of("display:serial:/dev/ttyUSB0?baud=9600&rows=2&columns=20", "display:tcp://192.168.1.41:9100");
    }

    /// Opens at once and lays the cable when something is first shown.
    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        return Cabled.open(
                address,
                (cable, cables) -> new Pole(address, new PoleDisplay(cable, cables, PoleSettings.of(address))));
    }

    private record Pole(DeviceAddress address, PoleDisplay display) implements Devices {
        @Override
        public Optional<LineDisplay> lineDisplay() {
            return Optional.of(display);
        }

        @Override
        public void close() {
            display.close();
        }
    }
}
