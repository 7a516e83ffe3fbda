package org.countinghouse.serial.pole;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.LineDisplay;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Driver;

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
        var inner = address.inner();
        var cables = inner.flatMap(Cables::reaching);
        if (inner.isEmpty() || cables.isEmpty()) {
            return new Devices.Connection.Refused("after \"display:\" stands a cable, such as serial: or tcp:");
        }
        var problem = cables.get().problem(inner.get());
        if (problem.isPresent()) {
            return new Devices.Connection.Refused(problem.get());
        }
        try {
            var display = new PoleDisplay(inner.get(), cables.get(), PoleSettings.of(address));
            return new Devices.Connection.Connected(new Pole(address, display));
        } catch (IllegalArgumentException e) {
            return new Devices.Connection.Refused(String.valueOf(e.getMessage()));
        }
    }

    private record Pole(DeviceAddress address, PoleDisplay display) implements Devices {
        @Override
        public Optional<ReceiptPrinter> printer() {
            return Optional.empty();
        }

        @Override
        public Optional<CashDrawer> drawer() {
            return Optional.empty();
        }

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
