package org.countinghouse.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Where a device is and how it is spoken to, as one line of text that people can type:
///
/// | text | meaning |
/// |---|---|
/// | `tcp://192.168.1.40:9100` | a printer in the network |
/// | `serial:/dev/ttyUSB0?baud=19200` | a printer at a serial cable |
/// | `javapos:tcp://192.168.1.40` | the same through our JavaPOS services |
/// | `javapos:FrontPrinter?drawer=FrontDrawer` | logical names of a vendor's JavaPOS services |
/// | `simulated:cash-machine/front` | a simulator in this process |
///
/// @param scheme the way of speaking, in lower case
/// @param target what the scheme's driver understands
/// @param options settings after `?`, in the order they were written
public record DeviceAddress(String scheme, String target, SequencedMap<String, String> options) {
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern SLASHES = Pattern.compile("^/{2,}");

    public DeviceAddress {
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
    }

    /// The answer to a typed address.
    public sealed interface Reading {
        record Readable(DeviceAddress address) implements Reading {}

        /// @param reason what is wrong with it, in English
        record Unreadable(String text, String reason) implements Reading {}
    }

    /// Reads what somebody typed.
    public static Reading read(String text) {
        String trimmed = text.strip();
        int colon = trimmed.indexOf(':');
        if (colon < 1) {
            return new Reading.Unreadable(
                    text, "it begins with a way of speaking and a colon, such as tcp: or serial:");
        }
        String scheme = trimmed.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
        if (!SCHEME.matcher(scheme).matches()) {
            return new Reading.Unreadable(text, "\"" + scheme + "\" is not a way of speaking");
        }
        int query = trimmed.indexOf('?', colon);
        String target = trimmed.substring(colon + 1, query < 0 ? trimmed.length() : query);
        String bare = bare(target);
        if (bare.isBlank()) {
            return new Reading.Unreadable(text, "nothing stands after \"" + scheme + ":\"");
        }
        var options = new LinkedHashMap<String, String>();
        String problem = query < 0 ? "" : readOptions(trimmed.substring(query + 1), options);
        return problem.isEmpty()
                ? new Reading.Readable(new DeviceAddress(scheme, bare, options))
                : new Reading.Unreadable(text, problem);
    }

    /// An address we wrote ourselves.
    ///
    /// @throws IllegalArgumentException when it cannot be read
    public static DeviceAddress of(String text) {
        return switch (read(text)) {
            case Reading.Readable(var address) -> address;
            case Reading.Unreadable(var typed, var reason) ->
                throw new IllegalArgumentException("device address \"" + typed + "\": " + reason);
        };
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /// The same address spoken to through another way, such as `javapos:tcp://…`.
    public DeviceAddress through(String outerScheme) {
        return of(outerScheme + ":" + this);
    }

    /// The address with one more setting.
    public DeviceAddress with(String option, String value) {
        var more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new DeviceAddress(scheme, target, more);
    }

    /// The address inside this one: `tcp://…` of `javapos:tcp://…`, with the same options. Empty when
    /// there is none.
    public Optional<DeviceAddress> inner() {
        return target.contains(":") && read(target) instanceof Reading.Readable(var inner)
                ? Optional.of(new DeviceAddress(inner.scheme, inner.target, options))
                : Optional.empty();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(scheme)
                .append(scheme.equals("tcp") ? "://" : ":")
                .append(target);
        char mark = '?';
        for (Map.Entry<String, String> option : options.entrySet()) {
            text.append(mark).append(option.getKey()).append('=').append(option.getValue());
            mark = '&';
        }
        return text.toString();
    }

    /// A target as it is written again: without the slashes of a URL and blanks around it, and with one
    /// slash before a path that was given more.
    private static String bare(String target) {
        String rest = target.strip();
        String host = rest.startsWith("//") ? rest.substring(2).strip() : rest;
        return SLASHES.matcher(host).replaceFirst("/");
    }

    private static String readOptions(String text, Map<String, String> into) {
        for (String option : text.split("&")) {
            int equals = option.indexOf('=');
            // At the end of an address blanks are cut off, so they are nowhere part of a setting.
            String value = option.substring(equals + 1).strip();
            if (equals < 1 || value.isEmpty()) {
                return "\"" + option + "\" after ? is not a setting such as baud=19200";
            }
            if (into.put(option.substring(0, equals), value) != null) {
                return "\"" + option.substring(0, equals) + "\" is set twice";
            }
        }
        return "";
    }
}
