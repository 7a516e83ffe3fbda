package org.countinghouse.serial.scan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.Devices;
import org.countinghouse.device.Scanner;
import org.countinghouse.device.spi.Driver;
import org.countinghouse.serial.Cabled;

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
        return Cabled.open(address, (cable, cables) -> {
            var scanner = new CableScanner(cable, cables, ScanSettings.of(address));
            scanner.start();
            return new Counter(address, scanner);
        });
    }

    private record Counter(DeviceAddress address, CableScanner cableScanner) implements Devices {
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
