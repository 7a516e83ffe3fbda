package org.countinghouse.app.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.countinghouse.app.shell.CloudLink;
import org.countinghouse.replicator.ReplicationState;
import org.countinghouse.replicator.ReplicationStatus;

/// What the replicator is at, in the strip's words.
public final class ReplicatedCopy implements CloudCopy {
    private static final int SHORT_HASH = 12;

    private final Supplier<Optional<ReplicationStatus>> status;
    private final Supplier<Set<String>> devices;
    private final Instant started;
    private final Optional<CloudLink> link;
    private final String address;

    /// @param link the way to it
    /// @param address where it is
    /// @param devices those changed in the cloud since the start
    public ReplicatedCopy(Optional<CloudLink> link, String address, Supplier<Set<String>> devices, Instant started) {
        this.status = () -> link.map(CloudLink::status);
        this.link = link;
        this.address = address;
        this.devices = devices;
        this.started = started;
    }

    @Override
    public State state() {
        return status.get().map(this::state).orElseGet(State.Off::new);
    }

    @Override
    public void sendNow() {
        link.ifPresent(CloudLink::insist);
    }

    @Override
    public Optional<Details> details() {
        return link.map(here -> details(here, here.status()));
    }

    private Details details(CloudLink here, ReplicationStatus now) {
        var head = here.head();
        return new Details(
                address,
                here.stream().station(),
                head.sequence(),
                head.hash().toString().substring(0, SHORT_HASH),
                now.waiting(),
                now.oldestWaitingIfAny(),
                now.lastSuccessIfAny(),
                here.neighbours(),
                reason(now.state()),
                until(now.state()),
                now.neighbourTroubleIfAny());
    }

    private static Optional<String> reason(ReplicationState state) {
        return switch (state) {
            case ReplicationState.Waiting(var _, var reason) -> Optional.of(reason);
            case ReplicationState.Forked(var _, var reason) -> Optional.of(reason);
            case ReplicationState.Refused(var _, var reason) -> Optional.of(reason);
            case ReplicationState.NotConfigured _,
                    ReplicationState.Working _,
                    ReplicationState.UpToDate _,
                    ReplicationState.Stopped _ -> Optional.empty();
        };
    }

    private static Optional<Instant> until(ReplicationState state) {
        return switch (state) {
            case ReplicationState.Waiting(var until, var _) -> Optional.of(until);
            case ReplicationState.Refused(var until, var _) -> Optional.of(until);
            case ReplicationState.Forked _,
                    ReplicationState.NotConfigured _,
                    ReplicationState.Working _,
                    ReplicationState.UpToDate _,
                    ReplicationState.Stopped _ -> Optional.empty();
        };
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
