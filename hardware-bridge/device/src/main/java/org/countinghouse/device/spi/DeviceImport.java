package org.countinghouse.device.spi;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.RegisteredDevice;

/// Reads a vendor's own list of devices, so that nobody types it again; found by [ServiceLoader].
public interface DeviceImport {
    /// What such a file is usually called: `jpos.xml`.
    String usualName();

    Found read(byte[] file);

    /// What reads files of that name, if anything does.
    static Optional<DeviceImport> of(String fileName) {
        return ServiceLoader.load(DeviceImport.class, DeviceImport.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.usualName().equalsIgnoreCase(fileName))
                .findFirst();
    }

    /// @param devices can be registered as they are
    /// @param problems what cannot be taken, and what would work only after something is done
    record Found(List<RegisteredDevice> devices, List<DeviceRegistry.Problem> problems) {
        public Found {
            devices = List.copyOf(devices);
            problems = List.copyOf(problems);
        }
    }
}
