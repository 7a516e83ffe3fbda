package org.countinghouse.fuzz;

import java.util.ArrayList;
import java.util.List;

/// Parsers with the three faults we look for, to see that they are found.
final class BrokenParsers {
    private BrokenParsers() {}

    /// Falls over a length that is longer than what follows.
    public static final class Failing {
        private Failing() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            if (bytes.length > 2 && bytes[0] == 0x7F && bytes[1] > 4) {
                System.arraycopy(bytes, 2, new byte[4], 0, bytes[1]);
            }
        }
    }

    /// Never gets past an escape with length 0.
    public static final class Looping {
        private Looping() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            for (int i = 0; i + 1 < bytes.length; i += bytes[i] == 0x1D ? bytes[i + 1] & 0x7F : 1) {
                if (bytes[i] == 0x1B) {
                    return;
                }
            }
        }
    }

    /// Keeps what waits for an end that never comes.
    public static final class Hoarding {
        private static final List<byte[]> KEPT = new ArrayList<>();

        private Hoarding() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            if (bytes.length > 0 && bytes[0] == 0x02) {
                KEPT.add(new byte[1 << 20]);
            }
        }
    }
}
