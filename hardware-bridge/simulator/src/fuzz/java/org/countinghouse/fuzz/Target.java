package org.countinghouse.fuzz;

import java.util.List;

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

    String name() {
        return type.getSimpleName();
    }
}
