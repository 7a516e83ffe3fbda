package org.countinghouse.app.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.RegistryFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which station's registry of devices is meant.
final class RegistryOptions {
    private static final String FILE = "devices.txt";

    @Option(names = "--data", paramLabel = "DIR", description = "the station's data folder")
    private @Nullable Path data;

    /// The file in a station's data folder.
    static RegistryFile in(Path folder) {
        return new RegistryFile(folder.resolve(FILE));
    }

    Optional<RegistryFile> file() {
        return Optional.ofNullable(data).map(RegistryOptions::in);
    }

    /// @throws StationFault when no data folder was named
    RegistryFile needed() {
        return file().orElseThrow(() -> new StationFault("say with --data which station's devices are meant"));
    }

    /// @throws StationFault when no data folder was named
    Path folder() {
        return Optional.ofNullable(data)
                .orElseThrow(() -> new StationFault("say with --data which station's data folder is meant"));
    }

    Optional<Path> folderIfAny() {
        return Optional.ofNullable(data);
    }

    /// What a registry holds; what cannot be taken is told on standard error.
    static DeviceRegistry read(RegistryFile file) {
        try {
            var reading = file.read();
            reading.problems().forEach(problem -> System.err.println(file.path() + ", " + problem));
            return reading.registry();
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be read", e);
        }
    }

    /// A registry to be changed: one that holds lines nobody understands is not written over.
    static DeviceRegistry changeable(RegistryFile file) {
        try {
            var reading = file.read();
            if (!reading.problems().isEmpty()) {
                throw new StationFault(file.path() + ", " + reading.problems().getFirst()
                        + ". Put that right first: it would be lost");
            }
            return reading.registry();
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be read", e);
        }
    }

    /// Writes what was made of a [#changeable] registry.
    static void write(RegistryFile file, DeviceRegistry before, DeviceRegistry after) {
        try {
            if (!file.replace(new DeviceRegistry.Reading(before, List.of()), after)) {
                throw new StationFault(file.path() + " was changed by somebody else just now: do it once more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be written; it is as it was", e);
        }
    }

    /// How the registry stands with the cloud, in lines.
    static List<String> cloud(RegistryFile file) {
        try {
            return SharedDevices.words(file);
        } catch (IOException e) {
            throw new UncheckedIOException("what is beside " + file.path() + " cannot be read", e);
        }
    }

    /// An address as typed, or that of a registered device.
    ///
    /// @throws StationFault when it is neither
    DeviceAddress address(String typed) {
        var registered = file().map(RegistryOptions::read).flatMap(registry -> registry.device(typed));
        if (registered.isPresent()) {
            return registered.get().address();
        }
        return switch (DeviceAddress.read(typed)) {
            case DeviceAddress.Reading.Readable(var address) -> address;
            case DeviceAddress.Reading.Unreadable(var _, var reason) ->
                throw new StationFault("\"" + typed + "\" is no registered device and no address: " + reason);
        };
    }
}
