package org.countinghouse.replicator;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.countinghouse.replicator.Neighbours.Mark;
import org.countinghouse.wire.EntryIdentity;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.PulledPage;
import org.countinghouse.wire.PulledPage.Pulled;
import org.countinghouse.wire.Stream;
import org.countinghouse.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The other stations' entries on their way here. Each page begins with the entry last read, so that a centre that was
/// restored, and gave its positions anew, is noticed; then the order is read again from its beginning and what is known
/// is passed over.
final class Pulling {
    private static final Logger LOG = LoggerFactory.getLogger(Pulling.class);
    private static final int PAGE = 500;

    private final StationIdentity me;
    private final CloudLine line;
    private final Neighbours neighbours;

    Pulling(StationIdentity me, CloudLine line, Neighbours neighbours) {
        this.me = me;
        this.line = line;
        this.neighbours = neighbours;
    }

    /// Reads to the end of the centre's order.
    ///
    /// @return what keeps the entries from being kept, when something does
    Optional<String> pullAll() throws Pause, InterruptedException {
        try {
            if (!read(neighbours.mark())) {
                LOG.warn(
                        "the cloud's order of {} changed: reading it again",
                        me.stream().tenant());
                if (!read(Optional.empty())) {
                    return Optional.of("the cloud's order does not hold together");
                }
            }
            return Optional.empty();
        } catch (WireException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// @return false when the order does not continue what is known
    private boolean read(Optional<Mark> from) throws Pause, InterruptedException {
        var mark = from;
        boolean more = true;
        while (more) {
            long after = mark.map(known -> known.position() - 1).orElse(0L);
            var page = page(after);
            if (mark.isPresent() && !beginsWith(mark.get(), page)) {
                return false;
            }
            var added =
                    mark.isPresent() ? page.entries().subList(1, page.entries().size()) : page.entries();
            if (!keep(added)) {
                return false;
            }
            mark = added.isEmpty() ? mark : Optional.of(markOf(added.getLast()));
            more = page.more() && !added.isEmpty();
        }
        return true;
    }

    private PulledPage page(long after) throws Pause, InterruptedException {
        return switch (line.pull(after, PAGE)) {
            case Answer.Given<PulledPage>(var page) -> page;
            case Answer.Unauthorised<PulledPage>(var message) ->
                throw Pause.unreachable("the cloud did not know the key: " + message);
            case Answer.Busy<PulledPage>(var wait) -> throw new Pause(new Pause.Cause.Busy(wait));
        };
    }

    private static boolean beginsWith(Mark mark, PulledPage page) {
        return !page.entries().isEmpty() && markOf(page.entries().getFirst()).equals(mark);
    }

    private static Mark markOf(Pulled pulled) {
        return new Mark(pulled.position(), pulled.link().hash());
    }

    /// @return false when an entry does not continue its stream
    private boolean keep(List<Pulled> added) {
        var fresh = new ArrayList<Link>(added.size());
        var heads = new HashMap<Stream, Head>();
        for (Pulled pulled : added) {
            var identity = identity(pulled.link());
            if (identity.stream().station().equals(me.stream().station())) {
                continue;
            }
            var head = heads.computeIfAbsent(identity.stream(), stream -> known(stream, pulled.link()));
            if (continues(head, identity, pulled.link())) {
                fresh.add(pulled.link());
                heads.put(
                        identity.stream(),
                        new Head(identity.sequence(), pulled.link().hash()));
            } else if (!isKnown(head, identity, pulled.link())) {
                return false;
            }
        }
        if (!added.isEmpty()) {
            neighbours.keep(fresh, markOf(added.getLast()));
        }
        return true;
    }

    private EntryIdentity identity(Link link) {
        var identity = EntryIdentity.read(link.body());
        if (!identity.stream().tenant().equals(me.stream().tenant())) {
            throw new WireException("an entry of another tenant: " + identity.stream());
        }
        return identity;
    }

    private Head known(Stream stream, Link first) {
        return neighbours.neighbour(stream).orElseGet(() -> beginning(stream, first));
    }

    private static boolean continues(Head head, EntryIdentity identity, Link link) {
        return identity.sequence() == head.sequence() + 1 && link.previous().equals(head.hash());
    }

    private static boolean isKnown(Head head, EntryIdentity identity, Link link) {
        return identity.sequence() < head.sequence()
                || (identity.sequence() == head.sequence() && link.hash().equals(head.hash()));
    }

    /// A stream's first entry names the key its genesis is bound to.
    private static Head beginning(Stream stream, Link first) {
        var key = first.envelope().payload().path("publicKey");
        if (!key.isString()) {
            throw new WireException("the first entry of " + stream + " does not name its key");
        }
        try {
            return Head.empty(stream, Base64.getDecoder().decode(key.stringValue()));
        } catch (IllegalArgumentException e) {
            throw new WireException("the key of " + stream + " is not base64", e);
        }
    }
}
