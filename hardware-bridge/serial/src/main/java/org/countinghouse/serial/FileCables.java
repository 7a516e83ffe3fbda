package org.countinghouse.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.spi.Cable;
import org.countinghouse.device.spi.Cables;

/// Cables the system shows as a file: `file:/dev/usb/lp0`, which is how Linux shows a printer at a USB
/// cable (kernel driver usblp). Nothing is to be set: what USB carries has no speed and no parity.
public final class FileCables implements Cables {
    private static final Path USB_PRINTERS = Path.of("/dev/usb");

    private final Worker worker = new Worker();

    /// Found by ServiceLoader.
    public FileCables() {}

    @Override
    public boolean reaches(DeviceAddress address) {
        return address.scheme().equals("file");
    }

    @Override
    public List<DeviceAddress> ports() {
        if (!Files.isDirectory(USB_PRINTERS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(USB_PRINTERS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("lp"))
                    .sorted()
                    .map(file -> DeviceAddress.of("file:" + file))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    @Override
    public Cable lay(DeviceAddress address, Duration limit) throws IOException {
        var problem = problem(address);
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        var file = Path.of(address.target());
        if (Files.notExists(file)) {
            throw new IOException(file + " is not there: the printer is switched off or not plugged in");
        }
        if (Files.isRegularFile(file) || Files.isDirectory(file)) {
            throw new IOException(file + " is no device: what is printed there would lie on the disk");
        }
        return FileCable.at(file, limit, worker);
    }

    @Override
    public Optional<String> problem(DeviceAddress address) {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return Optional.of("file: addresses are for Linux; here the printer is at tcp: or serial:");
        }
        try {
            return Path.of(address.target()).isAbsolute()
                    ? Optional.empty()
                    : Optional.of("\"" + address.target() + "\" is not a whole path such as /dev/usb/lp0");
        } catch (InvalidPathException _) {
            return Optional.of("\"" + address.target() + "\" is not a path");
        }
    }
}
