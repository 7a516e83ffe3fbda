package org.countinghouse.serial;

import java.util.Map;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;

/// Reads the settings of an address, with reasons people can act on.
public record Settings(DeviceAddress address) {
    /// What belongs to the cable and is read where it is laid.
    private static final Set<String> OF_CABLES = Set.of("baud", "parity", "stop", "flow");

    /// @param what the device, as in "is no setting of an ESC/POS printer"
    /// @throws IllegalArgumentException with the first setting that is not known
    public void only(Set<String> known, String what) {
        for (String setting : address.options().keySet()) {
            if (!known.contains(setting) && !OF_CABLES.contains(setting)) {
                throw new IllegalArgumentException("\"" + setting + "\" is no setting of " + what);
            }
        }
    }

    /// What people call it; the address without its settings when they do not say.
    public String name() {
        String plain = address.scheme() + (address.scheme().equals("tcp") ? "://" : ":") + address.target();
        return address.option("name").orElse(plain);
    }

    /// @throws IllegalArgumentException when it is no number from `least` to `most`
    public int number(String setting, int usual, int least, int most) {
        String text = address.option(setting).orElse(Integer.toString(usual));
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(setting + "=" + text + " is not a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    /// @throws IllegalArgumentException when it is none of the words
    public <T> T choice(String setting, Map<String, T> choices, T usual) {
        var word = address.option(setting);
        if (word.isEmpty()) {
            return usual;
        }
        T choice = choices.get(word.get());
        if (choice == null) {
            throw wrong(setting);
        }
        return choice;
    }

    /// The code page in the setting `page`, 437 when nothing is said.
    public CodePage page() {
        return CodePage.named(address.option("page").orElse("437")).orElseThrow(() -> wrong("page"));
    }

    private IllegalArgumentException wrong(String setting) {
        return new IllegalArgumentException(
                setting + "=" + address.option(setting).orElse("") + " is not a choice we know");
    }
}
