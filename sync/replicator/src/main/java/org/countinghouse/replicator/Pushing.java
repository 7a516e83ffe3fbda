package org.countinghouse.replicator;

import java.util.List;
import java.util.Optional;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Enrolment;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.PushReply;
import org.countinghouse.wire.PushReply.Acknowledged;
import org.countinghouse.wire.PushReply.Busy;
import org.countinghouse.wire.PushReply.Corrupt;
import org.countinghouse.wire.PushReply.Fork;
import org.countinghouse.wire.PushReply.Gap;
import org.countinghouse.wire.PushReply.TooLarge;
import org.countinghouse.wire.PushReply.Unauthorised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This station's entries on their way to the centre. The resume point moves only on the centre's word, and only where
/// the centre's hash is the journal's.
final class Pushing {
    private static final Logger LOG = LoggerFactory.getLogger(Pushing.class);

    private final StationIdentity me;
    private final CloudLine line;
    private final Outbox outbox;
    private final ResumePoint resume;
    private final BatchSize size = new BatchSize();

    Pushing(StationIdentity me, CloudLine line, Outbox outbox, ResumePoint resume) {
        this.me = me;
        this.line = line;
        this.outbox = outbox;
        this.resume = resume;
    }

    /// Asks the centre how far it is, enrolling when it does not know this station, and goes on from there: behind our
    /// mark when the centre lost data, ahead of it when we did not hear its last answer.
    void agreeWithTheCentre() throws Pause, InterruptedException {
        agree(
                switch (line.head()) {
                    case Answer.Given<Head>(var head) -> head;
                    case Answer.Unauthorised<Head> _ -> enrol();
                    case Answer.Busy<Head>(var wait) -> throw new Pause(new Pause.Cause.Busy(wait));
                });
    }

    private Head enrol() throws Pause, InterruptedException {
        return switch (line.enrol()) {
            case Enrolment.Reply.Enrolled(var head) -> {
                LOG.info("{} is enrolled; the cloud is at {}", me, head.sequence());
                yield head;
            }
            case Enrolment.Reply.WrongCode _ -> throw Pause.refused("the cloud does not know this enrolment code");
            case Enrolment.Reply.OtherKey _ ->
                throw Pause.refused("the cloud knows " + me + " with another key; this computer is not that station");
            case Enrolment.Reply.Later _ -> throw Pause.refused("the cloud heard too many wrong enrolment codes");
        };
    }

    private void agree(Head centre) throws Pause {
        var here = outbox.head(me.stream());
        if (centre.sequence() > here.sequence()) {
            throw fork(
                    here.sequence() + 1,
                    "the cloud holds " + centre.sequence() + " entries of " + me + ", this computer " + here.sequence()
                            + ": its data folder is an older copy");
        }
        if (!hashAt(centre.sequence()).equals(Optional.of(centre.hash()))) {
            throw fork(centre.sequence(), "the cloud has another entry " + centre.sequence() + " of " + me);
        }
        var remembered = acknowledged();
        if (!centre.equals(remembered)) {
            if (centre.sequence() < remembered.sequence()) {
                LOG.warn("the cloud lost entries of {} behind {}: sending them again", me, centre.sequence());
            }
            resume.acknowledge(me.stream(), centre);
        }
    }

    /// Sends the next batch and does what the answer asks.
    ///
    /// @return false when there was nothing to send
    boolean pushNext() throws Pause, InterruptedException {
        var from = acknowledged();
        long waiting = waiting();
        var links = outbox.after(me.stream(), from.sequence(), size.entries(waiting));
        if (links.isEmpty()) {
            return false;
        }
        links = size.cut(links, waiting);
        verify(from, links);
        var batch = new Batch(me.stream(), from.sequence() + 1, links);
        settle(batch, line.push(batch));
        return true;
    }

    /// A journal that was altered on disk is noticed here, before the centre has to refuse it.
    private void verify(Head from, List<Link> links) throws Pause {
        var previous = from.hash();
        long sequence = from.sequence();
        for (Link link : links) {
            sequence++;
            if (!link.previous().equals(previous) || !Chain.holds(link)) {
                throw Pause.refused("entry " + sequence + " of this station's ledger does not hold; it was altered");
            }
            previous = link.hash();
        }
    }

    private void settle(Batch batch, PushReply reply) throws Pause {
        switch (reply) {
            case Acknowledged acknowledged -> acknowledge(batch, acknowledged.head());
            case Gap gap -> rewind(batch, gap.head());
            case Fork other ->
                throw fork(other.sequence(), "the cloud has another entry " + other.sequence() + " of " + me);
            case Corrupt(var sequence, var message) -> {
                LOG.warn("the cloud refused entry {} as corrupt: {}", sequence, message);
                if (!size.corrupt(batch.links().size())) {
                    throw Pause.refused("the cloud refuses entry " + sequence + ": " + message);
                }
            }
            case Unauthorised(var message) -> throw Pause.unreachable("the cloud did not know the key: " + message);
            case TooLarge(var message) -> {
                if (!size.halve(batch.links().size())) {
                    throw Pause.refused("entry " + batch.firstSequence() + " is too large: " + message);
                }
            }
            case Busy(var wait) -> throw new Pause(new Pause.Cause.Busy(wait));
        }
    }

    private void acknowledge(Batch batch, Head centre) throws Pause {
        if (centre.sequence() < batch.lastSequence()) {
            throw Pause.unreachable("the cloud acknowledged less than it was sent");
        }
        if (!hashAt(centre.sequence()).equals(Optional.of(centre.hash()))) {
            throw fork(centre.sequence(), "the cloud acknowledged another entry " + centre.sequence() + " of " + me);
        }
        resume.acknowledge(me.stream(), centre);
        size.accepted();
    }

    private void rewind(Batch batch, Head centre) throws Pause {
        if (centre.sequence() >= batch.firstSequence() - 1) {
            throw Pause.unreachable("the cloud saw a gap where there is none");
        }
        agree(centre);
    }

    Head acknowledged() {
        return resume.acknowledged(me.stream()).orElseGet(me::beginning);
    }

    long waiting() {
        return Math.max(0, outbox.head(me.stream()).sequence() - acknowledged().sequence());
    }

    private Optional<Hash> hashAt(long sequence) {
        return sequence == 0 ? Optional.of(me.beginning().hash()) : outbox.hashAt(me.stream(), sequence);
    }

    private static Pause fork(long sequence, String message) {
        return new Pause(new Pause.Cause.Forked(sequence, message));
    }
}
