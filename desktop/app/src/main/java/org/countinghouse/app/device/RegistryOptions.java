package org.countinghouse.app.device;

import java.nio.file.Path;
import java.util.Optional;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.DeviceAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which station's registry of devices is meant.
final class RegistryOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "the station's data folder")
    private @Nullable Path data;

    Optional<RegisteredDevices> devices() {
        return Optional.ofNullable(data).map(RegisteredDevices::in);
    }

    /// @throws StationFault when no data folder was named
    RegisteredDevices needed() {
        return devices().orElseThrow(() -> new StationFault("say with --data which station's devices are meant"));
    }

    /// @throws StationFault when no data folder was named
    Path folder() {
        return Optional.ofNullable(data)
                .orElseThrow(() -> new StationFault("say with --data which station's data folder is meant"));
    }

    Optional<Path> folderIfAny() {
        return Optional.ofNullable(data);
    }

    /// An address as typed, or that of a registered device.
    ///
    /// @throws StationFault when it is neither
    DeviceAddress address(String typed) {
        var registered = devices().map(RegisteredDevices::read).flatMap(registry -> registry.device(typed));
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
