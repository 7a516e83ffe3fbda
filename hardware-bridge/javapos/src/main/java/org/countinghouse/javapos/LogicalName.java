package org.countinghouse.javapos;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A vendor's logical name inside an address. Vendors' names may hold what an address uses itself (`Printer:1?`), so
/// such characters are written as in a URL.
final class LogicalName {
    private static final Pattern RESERVED = Pattern.compile("[:?&=%+]");

    private LogicalName() {}

    static String inAddress(String name) {
        return RESERVED.matcher(name).replaceAll(each -> URLEncoder.encode(each.group(), StandardCharsets.UTF_8));
    }

    /// What somebody typed by hand with a stray `%` is taken as it stands.
    static String of(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return written;
        }
    }
}
