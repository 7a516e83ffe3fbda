package org.countinghouse.device.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;

/// One device of a station.
///
/// @param name what people call it; no two devices of a station have the same
/// @param role what it does here
/// @param address where it is; two devices may share one, as a drawer does with its printer
/// @param properties what a vendor's software wants to be told, in the order of their names; most devices have none
public record RegisteredDevice(String name, DeviceHealth.Kind role, DeviceAddress address, List<Property> properties) {
    static final int LONGEST_NAME = 100;
    static final int MOST_PROPERTIES = 500;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    public RegisteredDevice {
        if (name.isBlank() || name.length() > LONGEST_NAME || !isPlain(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is not a device's name: write 1 to " + LONGEST_NAME
                    + " characters, without control characters and blanks around");
        }
        if (!isPlain(address.toString())) {
            throw new IllegalArgumentException("the address of " + name + " has control characters or blanks around");
        }
        if (properties.size() > MOST_PROPERTIES) {
            throw new IllegalArgumentException(name + " has more than " + MOST_PROPERTIES + " properties");
        }
        if (properties.stream().map(Property::name).distinct().count() != properties.size()) {
            throw new IllegalArgumentException(name + " has a property twice");
        }
        properties = properties.stream().sorted().toList();
    }

    public RegisteredDevice(String name, DeviceHealth.Kind role, DeviceAddress address) {
        this(name, role, address, List.of());
    }

    /// The value of a property, as text.
    public Optional<String> property(String called) {
        return properties.stream()
                .filter(each -> each.name().equals(called))
                .map(Property::value)
                .findFirst();
    }

    private static boolean isPlain(String text) {
        return text.equals(text.strip()) && !CONTROL.matcher(text).find();
    }

    /// A role's word in the file: `cash-machine`.
    static String word(DeviceHealth.Kind role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<DeviceHealth.Kind> role(String word) {
        return Arrays.stream(DeviceHealth.Kind.values())
                .filter(role -> word(role).equals(word))
                .findFirst();
    }

    static String roles() {
        return Arrays.stream(DeviceHealth.Kind.values())
                .map(RegisteredDevice::word)
                .collect(Collectors.joining(", "));
    }
}
