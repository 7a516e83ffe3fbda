package org.countinghouse.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// One parser that is fuzzed.
///
/// @param type a public class with `public static void fuzzerTestOneInput(byte[])`, in its parser's
///        package so that it sees it. It feeds the bytes and throws when anything comes out that may
///        not
/// @param seeds inputs to begin with, in hex
record Target(Class<?> type, List<String> seeds) {
    static Target of(Class<?> type, String... seeds) {
        return new Target(type, List.of(seeds));
    }

    /// For parsers of text.
    static Target ofText(Class<?> type, String... seeds) {
        return new Target(
                type,
                Stream.of(seeds)
                        .map(each -> HexFormat.of().formatHex(each.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    String name() {
        return type.getSimpleName();
    }
}
