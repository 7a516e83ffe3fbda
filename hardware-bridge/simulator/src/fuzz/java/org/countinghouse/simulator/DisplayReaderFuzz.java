package org.countinghouse.simulator;

/// Whatever a display is told, its glass keeps its size, and it can be initialised again.
public final class DisplayReaderFuzz {
    private static final DisplayReader ALL_DAY = new DisplayReader(new Glass(2, 20));

    private DisplayReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        var glass = new Glass(2, 20);
        var reader = new DisplayReader(glass);
        for (byte each : bytes) {
            reader.take(each & 0xFF);
            ALL_DAY.take(each & 0xFF);
        }
        var rows = glass.rows();
        if (rows.size() != 2 || rows.stream().anyMatch(row -> row.length() != 20)) {
            throw new AssertionError(rows);
        }
        reader.reset();
        for (int each : new int[] {0x1B, '@', 'A'}) {
            reader.take(each);
        }
        if (!glass.rows().getFirst().startsWith("A ")) {
            throw new AssertionError(glass.rows());
        }
    }
}
