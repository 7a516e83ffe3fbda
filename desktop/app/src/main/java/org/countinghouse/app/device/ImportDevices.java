package org.countinghouse.app.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.spi.DeviceImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `countinghouse devices import`.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Register what a vendor's jpos.xml lists, and tell what cannot be taken.")
final class ImportDevices implements Callable<Integer> {
    private static final long LARGEST = 4L << 20;

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "a vendor's jpos.xml")
    private @Nullable Path from;

    @Override
    public Integer call() {
        Path path = Path.of(String.valueOf(from));
        var reader = DeviceImport.of("jpos.xml")
                .orElseThrow(() -> new StationFault("this installation has no JavaPOS: install Countinghouse again"));
        var file = registry.needed();
        var before = RegistryOptions.changeable(file);
        var devices = before;
        var found = reader.read(bytes(path));
        for (var device : found.devices()) {
            devices = devices.with(device);
            System.out.printf("  %-20s %s%n", device.name(), device.address());
        }
        if (!found.devices().isEmpty()) {
            RegistryOptions.write(file, before, devices);
        }
        System.out.printf("%d devices taken from %s%n", found.devices().size(), path);
        found.problems().forEach(problem -> System.err.println(path + ", " + problem));
        return found.devices().isEmpty() ? 1 : 0;
    }

    private static byte[] bytes(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new StationFault(path + " is larger than any list of devices");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
