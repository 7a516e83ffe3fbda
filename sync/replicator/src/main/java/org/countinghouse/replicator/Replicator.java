package org.countinghouse.replicator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.countinghouse.wire.WireException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies the journal to the cloud and the neighbours' entries back, and settles settings with it, on
/// one virtual thread of its own. Selling never waits for it: a commit only rings. It starts with
/// [#start()], works until [#close()], and tells a listener what it is at.
///
/// Each session begins by asking the centre how far it is; so it does not matter where the last one was
/// cut off.
public final class Replicator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replicator.class);
    private static final Duration DRAIN_LOOK = Duration.ofMillis(100);

    private final Surroundings world;
    private final Ports ports;
    private final StationIdentity me;
    private final Consumer<ReplicationStatus> listener;
    private final @Nullable Pushing pushing;
    private final @Nullable Pulling pulling;
    private final List<Sharing> sharings;
    private final BackOff backOff;
    private final Bell bell = new Bell();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;

    private volatile boolean closed;
    private volatile ReplicationStatus status;
    private long nextPull = System.nanoTime();
    private @Nullable Instant lastSuccess;
    private @Nullable String neighbourTrouble;

    /// What the station hands in; backed by its store.
    ///
    /// @param settings what the station and the centre both have; may be none
    public record Ports(Outbox outbox, ResumePoint resume, Neighbours neighbours, List<SharedSetting> settings) {
        public Ports {
            settings = List.copyOf(settings);
        }
    }

    /// @param cloud null when none is set up
    /// @param listener called on the replicator's thread; must return soon
    public Replicator(
            StationIdentity me,
            @Nullable CloudAddress cloud,
            Ports ports,
            Surroundings world,
            Consumer<ReplicationStatus> listener) {
        this.me = me;
        this.world = world;
        this.ports = ports;
        this.listener = listener;
        this.backOff = new BackOff(world.pace(), world.random());
        var line = cloud == null ? null : new CloudLine(me, cloud, world);
        this.pushing = line == null ? null : new Pushing(me, line, ports.outbox(), ports.resume());
        this.pulling = line == null ? null : new Pulling(me, line, ports.neighbours());
        this.sharings = line == null
                ? List.of()
                : ports.settings().stream()
                        .map(setting -> new Sharing(line, setting, world))
                        .toList();
        this.status = new ReplicationStatus(
                cloud == null ? new ReplicationState.NotConfigured() : new ReplicationState.Working(),
                0,
                null,
                null,
                null);
        this.thread = Thread.ofVirtual().name("replicator " + me).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// Something was committed. Returns at once.
    public void wake() {
        bell.ring();
    }

    /// A person asks for an attempt now, whatever the back-off says.
    public void retryNow() {
        bell.insist();
    }

    public ReplicationStatus status() {
        return status;
    }

    /// Waits until everything the outbox has is acknowledged.
    ///
    /// @return false when that did not happen within the limit, or cannot happen without a person
    public boolean drain(Duration limit) throws InterruptedException {
        bell.insist();
        long started = System.nanoTime();
        while (!isDrained()) {
            if (System.nanoTime() - started >= limit.toNanos() || closed || isStuck()) {
                return false;
            }
            awaitChange();
        }
        return true;
    }

    private boolean isDrained() {
        long here = ports.outbox().head(me.stream()).sequence();
        return here == 0
                || ports.resume()
                        .acknowledged(me.stream())
                        .map(head -> head.sequence() >= here)
                        .orElse(false);
    }

    private boolean isStuck() {
        return pushing == null || status.state() instanceof ReplicationState.Forked;
    }

    private void awaitChange() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            changed.awaitNanos(DRAIN_LOOK.toNanos());
        } finally {
            lock.unlock();
        }
    }

    /// Ends the session that is under way, whatever it waits for. Nothing is lost: the next one asks
    /// the centre.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(Pace.CLOSE_LIMIT)) {
                LOG.warn("the replicator did not end within {}", Pace.CLOSE_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            if (pushing == null || pulling == null) {
                idleWithoutCloud();
                return;
            }
            while (!closed) {
                attempt(pushing, pulling);
            }
        } catch (InterruptedException e) {
            LOG.debug("the replicator of {} was closed", me);
        } finally {
            publish(new ReplicationState.Stopped());
        }
    }

    private void idleWithoutCloud() throws InterruptedException {
        while (!closed) {
            publish(new ReplicationState.NotConfigured());
            bell.idle(world.pace().longestBackOff());
        }
    }

    private void attempt(Pushing push, Pulling pull) throws InterruptedException {
        try {
            publish(new ReplicationState.Working());
            push.agreeWithTheCentre();
            while (!closed) {
                round(push, pull);
            }
        } catch (Pause pause) {
            if (pause.reason() instanceof Pause.Cause.Forked) {
                // The centre knows us, and what is set for a restored station is needed most now.
                share();
            }
            hold(pause.reason());
        } catch (RuntimeException e) {
            // The outermost loop: a store that fails now may answer later, and must not end replication for the day.
            LOG.error("replication of {} failed", me, e);
            hold(new Pause.Cause.Unreachable(String.valueOf(e)));
        }
    }

    private void round(Pushing push, Pulling pull) throws Pause, InterruptedException {
        while (push.pushNext()) {
            succeeded();
            publish(new ReplicationState.Working());
        }
        if (untilPull().isNegative()) {
            neighbourTrouble = pull.pullAll().orElse(null);
            nextPull = System.nanoTime() + pullInterval().toNanos();
            succeeded();
        }
        share();
        if (push.waiting() == 0) {
            publish(new ReplicationState.UpToDate(world.clock().instant()));
            bell.idle(untilPull());
            Thread.sleep(world.pace().gather());
        }
    }

    private void share() throws InterruptedException {
        for (Sharing sharing : sharings) {
            sharing.shareIfDue();
        }
    }

    private Duration untilPull() {
        return Duration.ofNanos(nextPull - System.nanoTime());
    }

    /// Reading a broken order again costs all of it, so that is done seldom.
    private Duration pullInterval() {
        return neighbourTrouble == null ? world.pace().poll() : world.pace().refusedPause();
    }

    private void succeeded() {
        backOff.succeeded();
        lastSuccess = world.clock().instant();
    }

    private void hold(Pause.Cause cause) throws InterruptedException {
        var wait = switch (cause) {
            case Pause.Cause.Unreachable _ -> backOff.afterFailure();
            case Pause.Cause.Busy(var asked) -> shorter(asked, world.pace().longestObeyed());
            case Pause.Cause.Forked _, Pause.Cause.Refused _ -> world.pace().refusedPause();
        };
        var until = world.clock().instant().plus(wait);
        publish(
                switch (cause) {
                    case Pause.Cause.Unreachable(var message) -> new ReplicationState.Waiting(until, message);
                    case Pause.Cause.Busy _ -> new ReplicationState.Waiting(until, "the cloud asked for patience");
                    case Pause.Cause.Forked(var sequence, var message) ->
                        new ReplicationState.Forked(sequence, message);
                    case Pause.Cause.Refused(var message) -> new ReplicationState.Refused(until, message);
                });
        bell.holdOff(wait);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void publish(ReplicationState state) {
        try {
            status = look(state);
            listener.accept(status);
        } catch (RuntimeException e) {
            LOG.error("nobody could be told that replication of {} is {}", me, state, e);
        }
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private ReplicationStatus look(ReplicationState state) {
        long acknowledged = ports.resume()
                .acknowledged(me.stream())
                .map(head -> head.sequence())
                .orElse(0L);
        long waiting = Math.max(0, ports.outbox().head(me.stream()).sequence() - acknowledged);
        var oldest = waiting == 0 ? null : oldest(acknowledged);
        return new ReplicationStatus(state, waiting, oldest, lastSuccess, neighbourTrouble);
    }

    private @Nullable Instant oldest(long acknowledged) {
        try {
            var first = ports.outbox().after(me.stream(), acknowledged, 1);
            return first.isEmpty() ? null : first.getFirst().envelope().recordedAt();
        } catch (WireException e) {
            return null;
        }
    }
}
