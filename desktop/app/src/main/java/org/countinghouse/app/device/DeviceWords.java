package org.countinghouse.app.device;

import java.util.HashMap;
import java.util.Locale;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.setup.Phrase;
import org.countinghouse.resources.Texts;

/// What devices and their states are called.
final class DeviceWords {
    private DeviceWords() {}

    /// The key of a kind's name.
    static String kind(DeviceHealth.Kind kind) {
        return switch (kind) {
            case PRINTER -> "device.printer";
            case DRAWER -> "device.drawer";
            case CASH_MACHINE -> "device.cashMachine";
            case LINE_DISPLAY -> "device.display";
            case SCANNER -> "device.scanner";
        };
    }

    /// The key of how a device does.
    static String state(DeviceHealth health) {
        return "device.state."
                + health.fault().map(DeviceWords::word).orElseGet(() -> switch (health.level()) {
                    case WELL, FAULT -> "ready";
                    case WARNING -> health.kind() == DeviceHealth.Kind.PRINTER ? "paper-low" : "ready";
                });
    }

    /// The key of a fault.
    static String fault(DeviceFault fault) {
        return "device.state." + word(fault);
    }

    private static String word(DeviceFault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is said to whoever sets a device up. What fills the places `{a}`, `{b}` is a device's own words.
    static String in(Texts texts, Phrase phrase) {
        if (!texts.has(phrase.key())) {
            return phrase.words();
        }
        var values = new HashMap<String, String>();
        for (int i = 0; i < phrase.arguments().size(); i++) {
            values.put(String.valueOf((char) ('a' + i)), phrase.arguments().get(i));
        }
        return texts.text(phrase.key(), values);
    }
}
