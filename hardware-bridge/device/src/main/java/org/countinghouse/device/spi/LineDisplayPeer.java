package org.countinghouse.device.spi;

import java.util.List;

/// A simulated customer display.
public interface LineDisplayPeer extends Peer {
    /// What a customer reads, row by row, each as wide as the display.
    List<String> rows();

    void play(Scene scene);

    /// What happens to it.
    enum Scene {
        /// Switched off and on: dark, and it has forgotten its code page.
        POWER_CYCLE,
        /// Whoever is connected is cut off; what is shown stays.
        CABLE_CUT
    }
}
