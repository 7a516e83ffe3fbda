package org.countinghouse.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A device of a station's list, as far as an owner wants to see it. Its properties are left out: there
/// may be a secret among them. Whether the list can be taken decides the station alone.
record ListedDevice(String name, String role, String address) {
    /// The setting that is a station's list of devices.
    static final String KEY = "devices";

    private static final String FIRST_LINE = "countinghouse devices 1";

    /// @return empty when the text is no list of devices
    static Optional<List<ListedDevice>> in(String text) {
        var lines = text.lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(FIRST_LINE)) {
            return Optional.empty();
        }
        var devices = new ArrayList<ListedDevice>();
        for (String line : lines) {
            String[] words = line.split("\\s+", 2);
            var rest = words.length < 2 ? "" : words[1];
            if (words[0].equals("device")) {
                devices.add(new ListedDevice(rest, "", ""));
            } else if (!devices.isEmpty()) {
                devices.set(devices.size() - 1, devices.getLast().with(words[0], rest));
            }
        }
        return Optional.of(List.copyOf(devices));
    }

    private ListedDevice with(String word, String rest) {
        return switch (word) {
            case "role" -> new ListedDevice(name, rest, address);
            case "address" -> new ListedDevice(name, role, rest);
            default -> this;
        };
    }
}
