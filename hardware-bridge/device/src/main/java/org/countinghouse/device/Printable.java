package org.countinghouse.device;

import java.util.regex.Pattern;

/// Takes the commands out of text that people typed.
final class Printable {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private Printable() {}

    static String text(String text) {
        return CONTROL.matcher(text).replaceAll("¿");
    }
}
