package org.countinghouse.device;

import java.util.regex.Pattern;

/// Takes the commands out of text that people typed: control characters, and the signs that turn the
/// direction of what follows (Unicode 17.0, UAX #9), with which a name could make an amount read
/// backwards.
final class Printable {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private Printable() {}

    static String text(String text) {
        return CONTROL.matcher(text).replaceAll("¿");
    }
}
