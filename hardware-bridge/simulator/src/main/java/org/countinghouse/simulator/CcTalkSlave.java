package org.countinghouse.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A device on a simulated ccTalk bus.
interface CcTalkSlave {
    int REPLY = 0;
    int NAK = 5;

    int address();

    /// Obeys a command; empty when it does not know it, and says nothing.
    Optional<Say> obey(int header, byte[] data);

    /// The power came back: what was in volatile memory is gone.
    ///
    /// @param memoryLost whether the rest is gone too
    void powerUp(boolean memoryLost);

    /// What a device answers.
    record Say(int header, byte[] data) {
        static Optional<Say> ack() {
            return bytes();
        }

        static Optional<Say> nak() {
            return Optional.of(new Say(NAK, new byte[0]));
        }

        static Optional<Say> bytes(int... values) {
            var data = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                data[i] = (byte) values[i];
            }
            return Optional.of(new Say(REPLY, data));
        }

        static Optional<Say> text(String text) {
            return Optional.of(new Say(REPLY, text.getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
