package org.countinghouse.device.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Brings a station's registry and the cloud's together, device by device, by what both agreed on last:
///
/// | agreed | station | cloud | holds |
/// |---|---|---|---|
/// | any | the same as the cloud | the same | that one |
/// | A | A | other or gone | the cloud's: changed there |
/// | A | other or gone | A | the station's: changed here |
/// | A or none | B or gone | C or gone | the cloud's, which is the one writer; a [Conflict] |
///
/// A vendor's properties belong to their device and are not mixed: half of one form and half of another
/// would be a third that nobody tried.
public sealed interface RegistryMerge {
    /// @param registry what the station has from now on; its own registry where nothing is to be taken
    /// @param taken names of what comes from the cloud: added, changed or taken off there
    /// @param sent names of what was added, changed or taken off at the station
    record Merged(DeviceRegistry registry, List<String> taken, List<String> sent, List<Conflict> conflicts)
            implements RegistryMerge {
        public Merged {
            taken = List.copyOf(taken);
            sent = List.copyOf(sent);
            conflicts = List.copyOf(conflicts);
        }
    }

    /// Both together are more devices than a station can have.
    record TooMany(int devices) implements RegistryMerge {}

    /// One device was changed on both sides, differently. The cloud's form holds.
    ///
    /// @param losing the station's form; empty when it was taken off there
    /// @param holding the cloud's form; empty when it was taken off there
    record Conflict(String name, Optional<RegisteredDevice> losing, Optional<RegisteredDevice> holding) {}

    static RegistryMerge of(DeviceRegistry agreed, DeviceRegistry station, DeviceRegistry cloud) {
        var names = new TreeSet<String>();
        Stream.of(agreed, station, cloud)
                .flatMap(each -> each.devices().stream())
                .forEach(device -> names.add(device.name()));
        var devices = new ArrayList<RegisteredDevice>();
        var taken = new ArrayList<String>();
        var sent = new ArrayList<String>();
        var conflicts = new ArrayList<Conflict>();
        for (String name : names) {
            var before = agreed.device(name);
            var here = station.device(name);
            var there = cloud.device(name);
            boolean isSame = here.equals(there);
            boolean isOurs = !isSame && there.equals(before);
            (isOurs ? here : there).ifPresent(devices::add);
            if (isOurs) {
                sent.add(name);
            } else if (!isSame) {
                taken.add(name);
                if (!here.equals(before)) {
                    conflicts.add(new Conflict(name, here, there));
                }
            }
        }
        return devices.size() > DeviceRegistry.MOST_DEVICES
                ? new TooMany(devices.size())
                : new Merged(registry(devices, station, cloud), taken, sent, conflicts);
    }

    /// Later than both, unless it is the one or the other: no version ever has two texts.
    private static DeviceRegistry registry(
            List<RegisteredDevice> devices, DeviceRegistry station, DeviceRegistry cloud) {
        if (devices.equals(station.devices())) {
            return station;
        }
        long afterCloud = devices.equals(cloud.devices()) ? cloud.version() : cloud.version() + 1;
        long version = Math.max(station.version() + 1, afterCloud);
        return new DeviceRegistry(Math.min(version, DeviceRegistry.LAST_VERSION), devices);
    }
}
