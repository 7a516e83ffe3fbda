package org.countinghouse.simulator;

/// Watches the incoming bytes for commands a printer obeys at once, wherever they stand: DLE EOT, DLE ENQ, DLE DC4.
/// Like a real one it does not care whether they stand in the middle of a picture.
final class RealTime {
    private static final int DLE = 0x10;

    /// What is done at once.
    interface Reflexes {
        void asked(int subject);

        void forget();

        void pulseNow();
    }

    private final Reflexes reflexes;
    private final int[] recent = new int[5];

    RealTime(Reflexes reflexes) {
        this.reflexes = reflexes;
    }

    void take(int value) {
        System.arraycopy(recent, 1, recent, 0, recent.length - 1);
        recent[4] = value;
        if (recent[2] == DLE && recent[3] == 0x04) {
            reflexes.asked(value);
        } else if (recent[2] == DLE && recent[3] == 0x05 && value == 2) {
            reflexes.forget();
        } else if (recent[0] == DLE
                && recent[1] == 0x14
                && recent[2] == 1
                && recent[3] <= 1
                && value >= 1
                && value <= 8) {
            reflexes.pulseNow();
        }
    }
}
