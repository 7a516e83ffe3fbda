package org.countinghouse.cloud.broken;

import java.time.Instant;
import org.countinghouse.replicator.Replicator;

/// Breaks the rules of the house, for the test that must catch it.
final class Gossip {
    Class<?> station() {
        return Replicator.class;
    }

    long time() {
        return Instant.now().isAfter(Instant.EPOCH) ? System.currentTimeMillis() : 0;
    }
}
