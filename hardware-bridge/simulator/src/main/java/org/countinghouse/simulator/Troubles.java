package org.countinghouse.simulator;

import java.util.EnumSet;
import java.util.Set;
import org.countinghouse.device.spi.CashMachinePeer.Scene;

/// The one-time faults that wait for the next money command. Each strikes once.
final class Troubles {
    private final Set<Scene> waiting = EnumSet.noneOf(Scene.class);

    synchronized void await(Scene scene) {
        waiting.add(scene);
    }

    /// Whether this was waiting; it is not any more.
    synchronized boolean strikes(Scene scene) {
        return waiting.remove(scene);
    }
}
