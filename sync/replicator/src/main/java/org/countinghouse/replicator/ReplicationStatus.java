package org.countinghouse.replicator;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the quiet strip at the foot of the screen needs.
///
/// @param waiting entries the cloud has not acknowledged
/// @param oldestWaiting when the oldest of them was recorded
/// @param lastSuccess when the cloud last gave a good answer since the station was started
/// @param neighbourTrouble why the other stations' entries cannot be kept; pushing goes on
public record ReplicationStatus(
        ReplicationState state,
        long waiting,
        @Nullable Instant oldestWaiting,
        @Nullable Instant lastSuccess,
        @Nullable String neighbourTrouble) {
    public Optional<Instant> oldestWaitingIfAny() {
        return Optional.ofNullable(oldestWaiting);
    }

    public Optional<Instant> lastSuccessIfAny() {
        return Optional.ofNullable(lastSuccess);
    }

    public Optional<String> neighbourTroubleIfAny() {
        return Optional.ofNullable(neighbourTrouble);
    }
}
