package org.countinghouse.app.shell;

import java.net.http.HttpClient;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.countinghouse.replicator.CloudAddress;
import org.countinghouse.replicator.Neighbours;
import org.countinghouse.replicator.Outbox;
import org.countinghouse.replicator.Pace;
import org.countinghouse.replicator.ReplicationStatus;
import org.countinghouse.replicator.Replicator;
import org.countinghouse.replicator.ResumePoint;
import org.countinghouse.replicator.SharedSetting;
import org.countinghouse.replicator.StationIdentity;
import org.countinghouse.replicator.Surroundings;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.JournalReader.Neighbour;
import org.countinghouse.store.StationKey;
import org.countinghouse.store.Verifier;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.Stream;

/// The journal's copy in the cloud: the replicator on this station's store. The journal is its outbox.
public final class CloudLink implements AutoCloseable {
    private static final String PULLED = "pulled";

    private final JournalReader reader;
    private final HttpClient http;
    private final Replicator replicator;

    /// Starts copying.
    ///
    /// @param settings what the station and the cloud both have, such as its devices
    /// @param listener told what it is at, on the replicator's thread
    public CloudLink(
            JournalReader reader,
            StationKey key,
            CloudAddress cloud,
            List<SharedSetting> settings,
            Clock clock,
            Consumer<ReplicationStatus> listener) {
        this.reader = reader;
        this.http = Surroundings.newHttpClient();
        this.replicator = new Replicator(
                StationIdentity.of(reader.stream(), new KeyPair(key.open(), key.secret())),
                cloud,
                new Replicator.Ports(new JournalOutbox(), new KeptResumePoint(), new KeptNeighbours(), settings),
                new Surroundings(clock, new SecureRandom(), http, Pace.usual()),
                listener);
        replicator.start();
    }

    /// Something was committed.
    public void wake() {
        replicator.wake();
    }

    /// A person asks for an attempt now.
    public void insist() {
        replicator.retryNow();
    }

    public ReplicationStatus status() {
        return replicator.status();
    }

    public Stream stream() {
        return reader.stream();
    }

    /// How far the cloud has acknowledged.
    public Head head() {
        return reader.mark(Verifier.ACKNOWLEDGED)
                .flatMap(mark -> mark.hash().map(hash -> new Head(mark.sequence(), hash)))
                .orElseGet(() -> new Head(0, reader.genesis()));
    }

    /// How many entries the cloud has acknowledged.
    public long acknowledged() {
        return head().sequence();
    }

    /// How many entries of the tenant's other stations are here.
    public long neighbours() {
        return reader.neighbours();
    }

    /// Waits until the cloud has acknowledged everything.
    ///
    /// @return false when it did not within the limit
    public boolean drain(Duration limit) {
        try {
            return replicator.drain(limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        replicator.close();
        http.shutdownNow();
    }

    private final class JournalOutbox implements Outbox {
        @Override
        public Head head(Stream stream) {
            long last = reader.lastSequence();
            return new Head(last, reader.hash(last).orElse(reader.genesis()));
        }

        @Override
        public List<Link> after(Stream stream, long sequence, int limit) {
            reader.requireTrusted();
            return reader.links(sequence, limit);
        }

        @Override
        public Optional<Hash> hashAt(Stream stream, long sequence) {
            return reader.hash(sequence);
        }
    }

    private final class KeptResumePoint implements ResumePoint {
        @Override
        public Optional<Head> acknowledged(Stream stream) {
            return reader.mark(Verifier.ACKNOWLEDGED)
                    .flatMap(mark -> mark.hash().map(hash -> new Head(mark.sequence(), hash)));
        }

        @Override
        public void acknowledge(Stream stream, Head head) {
            reader.mark(Verifier.ACKNOWLEDGED, new JournalReader.Mark(head.sequence(), Optional.of(head.hash())));
        }
    }

    private final class KeptNeighbours implements Neighbours {
        @Override
        public Optional<Mark> mark() {
            return reader.mark(PULLED).flatMap(mark -> mark.hash().map(hash -> new Mark(mark.sequence(), hash)));
        }

        @Override
        public Optional<Head> neighbour(Stream stream) {
            return reader.neighbourHead(stream)
                    .flatMap(mark -> mark.hash().map(hash -> new Head(mark.sequence(), hash)));
        }

        @Override
        public void keep(List<Link> entries, Mark mark) {
            var neighbours = entries.stream()
                    .map(link -> {
                        var envelope = link.envelope();
                        return new Neighbour(envelope.stream(), envelope.sequence(), link);
                    })
                    .toList();
            reader.keep(neighbours, PULLED, new JournalReader.Mark(mark.position(), Optional.of(mark.hash())));
        }
    }
}
