package org.countinghouse.device.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.device.DeviceHealth;
import org.jspecify.annotations.Nullable;

/// A registry as text that people can read and edit:
///
/// ```
/// countinghouse devices 1
/// version 17
///
/// device Front printer
///   role printer
///   address javapos:FrontPrinter
///   property Integer baudRate 9600
/// ```
///
/// Blank lines and lines that begin with `#` are skipped. In a property's value `\n`, `\r`, `\t` and `\\` stand for
/// what they mean in Java.
final class RegistryText {
    static final String FIRST_LINE = "countinghouse devices 1";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<RegisteredDevice> devices = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final List<DeviceRegistry.Problem> problems = new ArrayList<>();
    private long version;
    private int line;
    private @Nullable Draft draft;

    /// A device while its lines are read.
    private static final class Draft {
        private final int line;
        private final String name;
        private DeviceHealth.@Nullable Kind role;
        private @Nullable DeviceAddress address;
        private final List<Property> properties = new ArrayList<>();
        private boolean isBad;

        Draft(int line, String name) {
            this.line = line;
            this.name = name;
        }
    }

    static String of(DeviceRegistry registry) {
        var text = new StringBuilder(FIRST_LINE + "\nversion " + registry.version() + "\n");
        for (RegisteredDevice device : registry.devices()) {
            text.append("\ndevice ").append(device.name());
            text.append("\n  role ").append(RegisteredDevice.word(device.role()));
            text.append("\n  address ").append(device.address()).append('\n');
            for (Property each : device.properties()) {
                text.append("  property ").append(each.type().javaName()).append(' ');
                text.append(each.name())
                        .append(' ')
                        .append(escaped(each.value()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    DeviceRegistry.Reading read(String text) {
        String[] lines = text.split("\r?\n", -1);
        if (!lines[0].strip().equals(FIRST_LINE)) {
            line = 1;
            complain("this is not a list of devices: its first line must be \"" + FIRST_LINE + "\"");
            return new DeviceRegistry.Reading(DeviceRegistry.EMPTY, problems);
        }
        for (line = 2; line <= lines.length; line++) {
            String each = lines[line - 1].stripLeading();
            if (!each.isBlank() && !each.startsWith("#")) {
                take(each);
            }
        }
        finish();
        return new DeviceRegistry.Reading(new DeviceRegistry(version, devices), problems);
    }

    private void take(String text) {
        String[] words = BLANKS.split(text, 2);
        String rest = words.length < 2 ? "" : words[1];
        switch (words[0]) {
            case "version" -> version = number(rest.strip());
            case "device" -> begin(rest.strip());
            case "role" -> takeRole(rest.strip());
            case "address" -> takeAddress(rest.strip());
            case "property" -> takeProperty(rest);
            default ->
                complain("\"" + words[0] + "\" is not understood: write version, device, role, address or property");
        }
    }

    private long number(String digits) {
        if (digits.matches("[0-9]{1,18}")) {
            return Long.parseLong(digits);
        }
        complain("\"" + digits + "\" is not a version: write a whole number");
        return version;
    }

    private void begin(String name) {
        finish();
        draft = new Draft(line, name);
        if (!names.add(name)) {
            complain("there are two devices called \"" + name + "\": give one of them another name");
        }
    }

    private void takeRole(String word) {
        var current = current("role");
        var role = RegisteredDevice.role(word);
        if (role.isEmpty()) {
            complain("\"" + word + "\" is not what a device can be: write one of " + RegisteredDevice.roles());
        } else if (current != null) {
            current.role = role.get();
        }
    }

    private void takeAddress(String text) {
        var current = current("address");
        switch (DeviceAddress.read(text)) {
            case DeviceAddress.Reading.Unreadable(var typed, var reason) ->
                complain("\"" + typed + "\" is not an address: " + reason);
            case DeviceAddress.Reading.Readable(var address) -> {
                if (current != null) {
                    current.address = address;
                }
            }
        }
    }

    private void takeProperty(String text) {
        var current = current("property");
        String[] words = text.split(" ", 3);
        var type = Property.Type.named(words[0]);
        if (type.isEmpty() || words.length < 2) {
            complain("a property is written as: property String name value");
            return;
        }
        try {
            var property = new Property(words[1], type.get(), words.length < 3 ? "" : plain(words[2]));
            if (current != null) {
                current.properties.add(property);
            }
        } catch (IllegalArgumentException e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Draft current(String what) {
        if (draft == null) {
            complain("a line \"device NAME\" must come before " + what);
        }
        return draft;
    }

    private void finish() {
        var done = draft;
        draft = null;
        if (done == null || done.isBad) {
            return;
        }
        if (done.role == null || done.address == null) {
            problems.add(new DeviceRegistry.Problem(
                    done.line,
                    "\"" + done.name + "\" has no " + (done.role == null ? "role" : "address") + ": add such a line"));
            return;
        }
        if (devices.size() == DeviceRegistry.MOST_DEVICES) {
            problems.add(new DeviceRegistry.Problem(
                    done.line, "a station has at most " + DeviceRegistry.MOST_DEVICES + " devices"));
            return;
        }
        try {
            devices.add(new RegisteredDevice(done.name, done.role, done.address, done.properties));
        } catch (IllegalArgumentException e) {
            problems.add(new DeviceRegistry.Problem(done.line, String.valueOf(e.getMessage())));
        }
    }

    private void complain(String words) {
        problems.add(new DeviceRegistry.Problem(line, words));
        if (draft != null) {
            draft.isBad = true;
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String plain(String escaped) {
        var text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char each = escaped.charAt(i);
            if (each != '\\') {
                text.append(each);
                continue;
            }
            i++;
            text.append(
                    switch (i < escaped.length() ? escaped.charAt(i) : ' ') {
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case '\\' -> '\\';
                        default -> throw new IllegalArgumentException("a backslash is written twice: \\\\");
                    });
        }
        return text.toString();
    }
}
