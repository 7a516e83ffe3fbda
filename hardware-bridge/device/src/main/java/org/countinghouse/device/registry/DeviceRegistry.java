package org.countinghouse.device.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The devices of a station. A changed registry has the next version, so that the cloud's settings and the station's
/// can be put in order; two registries with the same devices and version have the same [#text].
///
/// @param version 0 before anything was ever registered
/// @param devices in the order of their names
public record DeviceRegistry(long version, List<RegisteredDevice> devices) {
    public static final DeviceRegistry EMPTY = new DeviceRegistry(0, List.of());
    static final int MOST_DEVICES = 200;

    /// The largest that can be read back.
    static final long LAST_VERSION = 999_999_999_999_999_999L;

    public DeviceRegistry {
        if (version < 0 || devices.size() > MOST_DEVICES) {
            throw new IllegalArgumentException("version " + version + " with " + devices.size() + " devices; a station"
                    + " has at most " + MOST_DEVICES);
        }
        if (devices.stream().map(RegisteredDevice::name).distinct().count() != devices.size()) {
            throw new IllegalArgumentException("two devices have the same name");
        }
        devices = devices.stream()
                .sorted(Comparator.comparing(RegisteredDevice::name))
                .toList();
    }

    public Optional<RegisteredDevice> device(String name) {
        return devices.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// With a device more, or another one of that name.
    public DeviceRegistry with(RegisteredDevice device) {
        var more = new ArrayList<>(without(device.name()).devices);
        more.add(device);
        return new DeviceRegistry(version + 1, more);
    }

    /// Without a device; the same registry when there was none.
    public DeviceRegistry without(String name) {
        if (device(name).isEmpty()) {
            return this;
        }
        return new DeviceRegistry(
                version + 1,
                devices.stream().filter(each -> !each.name().equals(name)).toList());
    }

    /// The one text of this registry, as it is kept in the file and compared with the cloud's.
    public String text() {
        return RegistryText.of(this);
    }

    /// Reads a text people may have edited. What cannot be taken is told; what can be taken is there.
    public static Reading read(String text) {
        return new RegistryText().read(text);
    }

    /// @param problems empty when everything was understood
    public record Reading(DeviceRegistry registry, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /// @param line counted from 1
    /// @param words what is wrong and what to do, in English
    public record Problem(int line, String words) {
        @Override
        public String toString() {
            return "line " + line + ": " + words;
        }
    }
}
