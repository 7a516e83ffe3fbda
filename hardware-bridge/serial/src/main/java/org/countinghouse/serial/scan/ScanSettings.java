package org.countinghouse.serial.scan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.countinghouse.device.DeviceAddress;
import org.countinghouse.serial.Settings;

/// What differs between scanners, as settings of their address.
///
/// | setting | meaning | when nothing is said |
/// |---|---|---|
/// | `name` | what people call the scanner | the address |
/// | `end` | what ends it: `cr`, `lf`, `crlf`, `tab`, `etx`, or `none`: the pause after it | cr |
/// | `prefix`, `suffix` | what is sent before and after each; `%02` is a byte in hex | nothing |
/// | `aim` | `yes`: an AIM code id in front (`]E0`) tells the kind; `no`: it is data | yes |
/// | `longest` | bytes of the longest bar code, 1 to 8192 | 4096 |
/// | `pause` | ms of silence that end an unfinished one, 10 to 5000 | 500; 100 with `end=none` |
record ScanSettings(
        String name, byte[] end, byte[] prefix, byte[] suffix, boolean codeIds, int longest, Duration pause) {
    private static final Set<String> SETTINGS = Set.of("name", "end", "prefix", "suffix", "aim", "longest", "pause");
    private static final Map<String, String> ENDS =
            Map.of("cr", "\r", "lf", "\n", "crlf", "\r\n", "tab", "\t", "etx", "\u0003", "none", "");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final int LONGEST_DRESS = 32;

    /// @throws IllegalArgumentException with the setting that makes no sense
    static ScanSettings of(DeviceAddress address) {
        var settings = new Settings(address);
        settings.only(SETTINGS, "a scanner");
        String end = settings.choice("end", ENDS, "\r");
        return new ScanSettings(
                settings.name(),
                end.getBytes(StandardCharsets.US_ASCII),
                bytes(address, "prefix"),
                bytes(address, "suffix"),
                settings.choice("aim", Map.of("yes", true, "no", false), true),
                settings.number("longest", 4096, 1, 8192),
                Duration.ofMillis(settings.number("pause", end.isEmpty() ? 100 : 500, 10, 5000)));
    }

    private static byte[] bytes(DeviceAddress address, String setting) {
        String text = address.option(setting).orElse("");
        if (text.length() > LONGEST_DRESS || text.chars().anyMatch(each -> each > 0xFF)) {
            throw new IllegalArgumentException(
                    setting + "=" + text + " is not " + LONGEST_DRESS + " plain characters or less");
        }
        return ESCAPE.matcher(text)
                .replaceAll(hex -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(hex.group(1), 16))))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
