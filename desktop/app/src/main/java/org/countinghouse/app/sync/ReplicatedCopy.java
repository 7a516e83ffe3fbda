package org.countinghouse.app.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.countinghouse.replicator.ReplicationState;
import org.countinghouse.replicator.ReplicationStatus;

/// What the replicator is at, in the strip's words.
public final class ReplicatedCopy implements CloudCopy {
    private final Supplier<Optional<ReplicationStatus>> status;
    private final Supplier<Set<String>> devices;
    private final Instant started;

    /// @param status empty when no cloud was set up
    /// @param devices those changed in the cloud since the start
    public ReplicatedCopy(
            Supplier<Optional<ReplicationStatus>> status, Supplier<Set<String>> devices, Instant started) {
        this.status = status;
        this.devices = devices;
        this.started = started;
    }

    @Override
    public State state() {
        return status.get().map(this::state).orElseGet(State.Off::new);
    }

    private State state(ReplicationStatus now) {
        return switch (now.state()) {
            case ReplicationState.NotConfigured _ -> new State.Off();
            case ReplicationState.Working _ -> now.lastSuccessIfAny().isPresent() ? online(now) : new State.Starting();
            case ReplicationState.UpToDate _ -> online(now);
            case ReplicationState.Waiting _ ->
                new State.Offline(now.lastSuccessIfAny().orElse(started), now.waiting());
            case ReplicationState.Forked _ -> new State.Stopped(Why.FORK);
            case ReplicationState.Refused _ -> new State.Stopped(Why.REFUSED);
            case ReplicationState.Stopped _ -> new State.Stopped(Why.OTHER);
        };
    }

    private State online(ReplicationStatus now) {
        return new State.Online(now.waiting(), devices.get());
    }
}
