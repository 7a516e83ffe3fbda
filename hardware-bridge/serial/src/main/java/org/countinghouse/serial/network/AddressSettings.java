package org.countinghouse.serial.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countinghouse.device.DeviceAddress;

/// The settings of a machine's address, read strictly: a setting nobody knows is a slip of the pen, and said so.
/// No message repeats what was typed, because one of the settings is a password.
public final class AddressSettings {
    private static final int LONGEST_TEXT = 200;
    private static final int LARGEST_PASSWORD_FILE = 1_000;

    private final DeviceAddress address;

    /// @throws IllegalArgumentException when a setting is not one of `known`
    public AddressSettings(DeviceAddress address, Set<String> known) {
        this.address = address;
        for (String setting : address.options().keySet()) {
            if (!known.contains(setting)) {
                throw new IllegalArgumentException(
                        "\"" + setting + "\" is no setting of a " + address.scheme() + " machine");
            }
        }
    }

    /// Where the machine is: `scheme:tcp://host` or `scheme:tcp://host:port`.
    ///
    /// @return unresolved, so that a machine that gets another address tomorrow is found tomorrow
    public InetSocketAddress farEnd(int usualPort) {
        var inner = address.inner()
                .filter(each -> each.scheme().equals("tcp"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "a " + address.scheme() + " machine's address is " + address.scheme() + ":tcp://host"));
        try {
            var uri = URI.create("tcp://" + inner.target());
            if (uri.getHost() != null && uri.getPath().isEmpty() && uri.getUserInfo() == null) {
                return InetSocketAddress.createUnresolved(
                        uri.getHost(), uri.getPort() < 0 ? usualPort : uri.getPort());
            }
        } catch (IllegalArgumentException _) {
            // Said below, without what was typed.
        }
        throw new IllegalArgumentException("what stands after tcp:// is not host or host:port");
    }

    public Optional<String> text(String name) {
        var text = address.option(name);
        if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
            throw wrong(name, "is longer than " + LONGEST_TEXT + " letters");
        }
        return text;
    }

    public String text(String name, String usual) {
        return text(name).orElse(usual);
    }

    public int number(String name, int usual, int least, int most) {
        String text = text(name, Integer.toString(usual));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw wrong(name, "is not a number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    public Duration millis(String name, int usual, int least, int most) {
        return Duration.ofMillis(number(name, usual, least, most));
    }

    public <T> T choice(String name, Map<String, T> choices, T usual) {
        var word = text(name);
        T choice = word.isEmpty() ? usual : choices.get(word.get());
        if (choice == null) {
            throw wrong(name, "is none of " + choices.keySet().stream().sorted().toList());
        }
        return choice;
    }

    /// An ISO 4217 code.
    public String currency(String name, String usual) {
        String currency = text(name, usual);
        if (!currency.matches("[A-Z]{3}")) {
            throw wrong(name, "is not a currency such as EUR");
        }
        return currency;
    }

    /// `password`, or the first line of the file `password-file` names: that keeps it out of the address.
    public Secret password() {
        var typed = text("password");
        var file = text("password-file");
        if (typed.isPresent() && file.isPresent()) {
            throw wrong("password", "and password-file are both set");
        }
        return new Secret(file.isPresent() ? firstLine(Path.of(file.get())) : typed.orElse(""));
    }

    private static String firstLine(Path file) {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LARGEST_PASSWORD_FILE), java.nio.charset.StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("");
        } catch (IOException _) {
            throw wrong("password-file", "cannot be read");
        }
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(name + " " + what);
    }
}
