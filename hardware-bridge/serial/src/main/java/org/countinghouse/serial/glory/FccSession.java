package org.countinghouse.serial.glory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.countinghouse.device.spi.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our session at the machine: who we are, whether it is ours alone, and where it tells its events.
final class FccSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FccSession.class);
    private static final Duration GOODBYE = Duration.ofMillis(500);
    /// A machine that cannot reach us is not asked to at every look.
    private static final Duration LAY_AGAIN = Duration.ofSeconds(20);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final FccChannel channel;
    private final GlorySettings settings;
    private final GloryTimings timings;
    private final SequenceNumbers numbers;
    private Optional<String> id = Optional.empty();
    private FccResult occupation = FccResult.NOT_OCCUPIED;
    private long laidInVainAt;
    private Deadline until = Deadline.in(Duration.ZERO);

    FccSession(FccChannel channel, GlorySettings settings, GloryTimings timings, SequenceNumbers numbers) {
        this.channel = channel;
        this.settings = settings;
        this.timings = timings;
        this.numbers = numbers;
    }

    /// Sets how long all questions together may take from now on.
    void allow(Duration limit) {
        until = Deadline.in(limit);
    }

    Optional<String> id() {
        return id;
    }

    Inbox inbox() {
        return channel.inbox();
    }

    boolean hearsEvents() {
        return channel.hearsEvents();
    }

    /// Opens a session and takes the machine.
    ///
    /// @param before our session of an older connection. It is ended only where it stands in our own
    ///        way, because nobody knows what that does to a transaction that still runs in it
    void begin(Optional<String> before) throws IOException {
        var opened = tryOpen();
        if (opened.result() == FccResult.TOO_MANY_SESSIONS && before.isPresent()) {
            end(before.get());
            opened = tryOpen();
        }
        take(opened);
        if (!occupy() && occupation == FccResult.OCCUPIED_BY_ANOTHER && before.isPresent()) {
            end(before.get());
            occupy();
        }
    }

    private void open() throws IOException {
        take(tryOpen());
    }

    private FccReply tryOpen() throws IOException {
        id = Optional.empty();
        return askOnce(FccRequest.open(settings.user(), settings.password()));
    }

    private void take(FccReply opened) throws IOException {
        if (opened.result() != FccResult.NO_SESSIONS) {
            id = opened.orElseThrow().body().textOf("SessionID");
        }
    }

    private void end(String old) throws IOException {
        channel.send(FccRequest.release(), numbers.next(), Optional.of(old), left())
                .await(left());
        channel.send(FccRequest.close(), numbers.next(), Optional.of(old), left())
                .await(left());
    }

    /// Asks for something that moves nothing. A session that was too long silent is opened anew, and
    /// asked again.
    FccReply ask(FccRequest question) throws IOException {
        var reply = askOnce(question);
        if (!reply.result().isLostSession()) {
            return reply;
        }
        LOG.info("{}: {}, a new session is opened", settings.name(), reply.words());
        open();
        occupy();
        return askOnce(question);
    }

    /// Brings the machine back from an error, which takes its time.
    FccReply reset() throws IOException {
        return channel.send(FccRequest.reset(), numbers.next(), id, timings.reset())
                .await(timings.reset());
    }

    /// Sends a command that may move money. Once.
    FccCall command(FccRequest command, String sequence) {
        return channel.send(command, sequence, id, timings.transaction());
    }

    /// Sends a command that belongs to one that was sent before, such as the end of a deposit.
    FccCall command(FccRequest command) {
        return command(command, numbers.next());
    }

    /// Takes the machine for us.
    ///
    /// @return whether we have it, or it cannot be had by anybody alone
    boolean occupy() throws IOException {
        var reply = askOnce(FccRequest.occupy());
        if (reply.result().isLostSession()) {
            open();
            reply = askOnce(FccRequest.occupy());
        }
        occupation = reply.result();
        return isOurs();
    }

    boolean isOurs() {
        return occupation.isDone() || occupation == FccResult.NO_OCCUPATION;
    }

    FccResult occupation() {
        return occupation;
    }

    /// Tells the machine where to bring its events, and waits for it to come.
    void layEvents() throws IOException {
        var door = channel.door();
        boolean inVain = laidInVainAt != 0 && System.nanoTime() - laidInVainAt < LAY_AGAIN.toNanos();
        if (door.isEmpty() || channel.hearsEvents() || inVain) {
            return;
        }
        // It keeps four places to tell; what an earlier run of ours left there is taken away first.
        ask(FccRequest.unRegisterEvent(door.get().host(), door.get().port()));
        var reply = ask(FccRequest.registerEvent(door.get().host(), door.get().port()));
        if (!reply.result().isDone()) {
            LOG.warn("{}: no events to {}: {}", settings.name(), door.get(), reply.words());
        }
        var deadline = Deadline.in(timings.linkUp());
        while (reply.result().isDone() && !channel.hearsEvents() && !deadline.isOver() && !until.isOver()) {
            channel.inbox().waitForPoke(deadline.left());
        }
        laidInVainAt = channel.hearsEvents() ? 0 : System.nanoTime();
    }

    /// Says goodbye, so that others can have the machine, and cuts the cable.
    @Override
    public void close() {
        var old = id;
        id = Optional.empty();
        try {
            if (old.isPresent()) {
                channel.send(FccRequest.release(), numbers.next(), old, GOODBYE).await(GOODBYE);
                channel.send(FccRequest.close(), numbers.next(), old, GOODBYE).await(GOODBYE);
            }
        } catch (IOException e) {
            LOG.debug("{}: no goodbye: {}", settings.name(), e.getMessage());
        }
        channel.close();
    }

    /// Cuts the cable at once.
    void cut() {
        channel.close();
    }

    private FccReply askOnce(FccRequest question) throws IOException {
        return channel.send(question, numbers.next(), id, left()).await(left());
    }

    /// What is left for a question.
    private Duration left() {
        var left = until.left().compareTo(timings.question()) < 0 ? until.left() : timings.question();
        return left.toMillis() < 1 ? SHORTEST : left;
    }
}
