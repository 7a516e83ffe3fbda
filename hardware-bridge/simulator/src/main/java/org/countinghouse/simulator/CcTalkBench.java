package org.countinghouse.simulator;

import java.time.Duration;

/// What the devices of a simulated ccTalk bus share.
interface CcTalkBench {
    /// How long a hopper needs for a coin.
    Duration pieceEvery();

    Ways ways();

    void changed();

    /// The power fails for everybody and comes back at once.
    void powerFails(boolean memoryLost);

    /// How this bus differs from others.
    ///
    /// @param echo whether everything the host says comes back to it, as on a bus of one wire
    /// @param crc whether frames carry CRC-16
    /// @param countsForever whether hoppers count the coins they ever paid
    record Ways(boolean echo, boolean crc, boolean countsForever) {
        static final Ways USUAL = new Ways(false, false, true);
    }
}
