package org.countinghouse.app.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.registry.DeviceRegistry;
import org.countinghouse.device.registry.RegisteredDevice;
import org.countinghouse.device.registry.RegistryFile;
import org.countinghouse.device.spi.DeviceImport;

/// What is registered at a station, and what an installer changes about it, at the window and on the command line. A
/// change holds from the next start of the station, which opens its devices once.
record RegisteredDevices(RegistryFile file) {
    private static final String FILE = "devices.txt";
    private static final long LARGEST_IMPORT = 4L << 20;

    /// Those of a station's data folder.
    static RegisteredDevices in(Path folder) {
        return new RegisteredDevices(new RegistryFile(folder.resolve(FILE)));
    }

    /// What the file holds, and what in it cannot be taken.
    DeviceRegistry.Reading reading() {
        try {
            return file.read();
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be read", e);
        }
    }

    /// What the file holds; what cannot be taken is told on standard error.
    DeviceRegistry read() {
        var reading = reading();
        reading.problems().forEach(problem -> System.err.println(file.path() + ", " + problem));
        return reading.registry();
    }

    /// Registers a device, or another one under a name that is there.
    ///
    /// @throws StationFault when it cannot be registered, in words for the installer
    RegisteredDevice add(String name, DeviceHealth.Kind kind, DeviceAddress address) {
        var before = changeable();
        RegisteredDevice device;
        try {
            device = new RegisteredDevice(name, kind, address);
        } catch (IllegalArgumentException e) {
            throw new StationFault(String.valueOf(e.getMessage()));
        }
        write(before, before.with(device));
        return device;
    }

    /// @throws StationFault when no device has this name
    void forget(String name) {
        var before = changeable();
        if (before.device(name).isEmpty()) {
            throw new StationFault("no device is called \"" + name + "\"; see countinghouse devices list");
        }
        write(before, before.without(name));
    }

    /// What was learned of a drawer holds for every device at its address: they share one cable, and the station opens
    /// it once.
    ///
    /// @return those whose address was changed
    List<RegisteredDevice> taught(DeviceAddress before, DeviceAddress learned) {
        DeviceRegistry registered = changeable();
        DeviceRegistry changed = registered;
        var all = new ArrayList<RegisteredDevice>();
        for (RegisteredDevice each : registered.devices()) {
            if (each.address().equals(before)) {
                var device = new RegisteredDevice(each.name(), each.role(), learned, each.properties());
                changed = changed.with(device);
                all.add(device);
            }
        }
        if (!all.isEmpty()) {
            write(registered, changed);
        }
        return all;
    }

    /// Registers what a vendor's `jpos.xml` lists.
    ///
    /// @return what was taken, and what could not be
    DeviceImport.Found take(Path jposXml) {
        var reader = DeviceImport.of("jpos.xml")
                .orElseThrow(() -> new StationFault("this installation has no JavaPOS: install Countinghouse again"));
        var before = changeable();
        var devices = before;
        var found = reader.read(bytes(jposXml));
        for (var device : found.devices()) {
            devices = devices.with(device);
        }
        if (!found.devices().isEmpty()) {
            write(before, devices);
        }
        return found;
    }

    /// How the registry stands with the cloud, in lines.
    List<String> cloud() {
        try {
            return SharedDevices.words(file);
        } catch (IOException e) {
            throw new UncheckedIOException("what is beside " + file.path() + " cannot be read", e);
        }
    }

    /// The names of those the cloud has not got as they are here.
    List<String> unsent() {
        try {
            return SharedDevices.unsent(file);
        } catch (IOException e) {
            throw new UncheckedIOException("what is beside " + file.path() + " cannot be read", e);
        }
    }

    /// What people should know about these devices and the cloud.
    List<CloudNotes.Note> notes() {
        try {
            return SharedDevices.notes(file).all();
        } catch (IOException e) {
            throw new UncheckedIOException("what is beside " + file.path() + " cannot be read", e);
        }
    }

    /// A registry to be changed: one that holds lines nobody understands is not written over.
    private DeviceRegistry changeable() {
        var reading = reading();
        if (!reading.problems().isEmpty()) {
            throw new StationFault(
                    file.path() + ", " + reading.problems().getFirst() + ". Put that right first: it would be lost");
        }
        return reading.registry();
    }

    private void write(DeviceRegistry before, DeviceRegistry after) {
        try {
            if (!file.replace(new DeviceRegistry.Reading(before, List.of()), after)) {
                throw new StationFault(file.path() + " was changed by somebody else just now: do it once more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be written; it is as it was", e);
        }
    }

    private static byte[] bytes(Path path) {
        try {
            if (Files.size(path) > LARGEST_IMPORT) {
                throw new StationFault(path + " is larger than any list of devices");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
