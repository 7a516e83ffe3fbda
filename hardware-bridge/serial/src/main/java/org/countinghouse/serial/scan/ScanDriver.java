package org.countinghouse.serial.scan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.ReceiptPrinter;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.spi.Cables;
import org.countinghouse.device.spi.Driver;

/// Drives bar code scanners at any cable that is found: `scanner:serial:/dev/ttyACM0?end=cr`,
/// `scanner:tcp://…`.
public final class ScanDriver implements Driver {
    private static final String SCHEME = "scanner";

    /// Found by ServiceLoader.
    public ScanDriver() {}

    @Override
    public boolean drives(DeviceAddress address) {
        return address.scheme().equals(SCHEME);
    }

    @Override
    public List<String> examples() {
        return List.of("scanner:serial:/dev/ttyACM0?end=cr");
    }

    /// Opens at once; the scanner's own thread lays the cable.
    @Override
    public Devices.Connection open(DeviceAddress address, Duration limit) {
        var inner = address.inner();
        var cables = inner.flatMap(Cables::reaching);
        if (inner.isEmpty() || cables.isEmpty()) {
            return new Devices.Connection.Refused("after \"scanner:\" stands a cable, such as serial: or tcp:");
        }
        var problem = cables.get().problem(inner.get());
        if (problem.isPresent()) {
            return new Devices.Connection.Refused(problem.get());
        }
        try {
            var scanner = new CableScanner(inner.get(), cables.get(), ScanSettings.of(address));
            scanner.start();
            return new Devices.Connection.Connected(new Counter(address, scanner));
        } catch (IllegalArgumentException e) {
            return new Devices.Connection.Refused(String.valueOf(e.getMessage()));
        }
    }

    private record Counter(DeviceAddress address, CableScanner cableScanner) implements Devices {
        @Override
        public Optional<ReceiptPrinter> printer() {
            return Optional.empty();
        }

        @Override
        public Optional<CashDrawer> drawer() {
            return Optional.empty();
        }

        @Override
        public Optional<Scanner> scanner() {
            return Optional.of(cableScanner);
        }

        @Override
        public void close() {
            cableScanner.close();
        }
    }
}
