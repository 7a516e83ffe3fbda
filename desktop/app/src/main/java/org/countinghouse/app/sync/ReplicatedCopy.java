package org.countinghouse.app.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.countinghouse.replicator.ReplicationState;
import org.countinghouse.replicator.ReplicationStatus;

/// What the replicator is at, in the strip's words.
public final class ReplicatedCopy implements CloudCopy {
    private final Supplier<Optional<ReplicationStatus>> status;
    private final Instant started;

    /// @param status empty when no cloud was set up
    public ReplicatedCopy(Supplier<Optional<ReplicationStatus>> status, Instant started) {
        this.status = status;
        this.started = started;
    }

    @Override
    public State state() {
        return status.get().map(this::state).orElseGet(State.Off::new);
    }

    private State state(ReplicationStatus now) {
        return switch (now.state()) {
            case ReplicationState.NotConfigured _ -> new State.Off();
            case ReplicationState.Working _ ->
                now.lastSuccessIfAny().isPresent() ? new State.Online(now.waiting()) : new State.Starting();
            case ReplicationState.UpToDate _ -> new State.Online(now.waiting());
            case ReplicationState.Waiting _ ->
                new State.Offline(now.lastSuccessIfAny().orElse(started), now.waiting());
            case ReplicationState.Forked _ -> new State.Stopped(Why.FORK);
            case ReplicationState.Refused _ -> new State.Stopped(Why.REFUSED);
            case ReplicationState.Stopped _ -> new State.Stopped(Why.OTHER);
        };
    }
}
