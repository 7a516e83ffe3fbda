package org.countinghouse.replicator;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/// A station's disk: what is in its lists was synced. It survives its replicators, which may be killed in mid-step.
public final class TestStation implements Outbox, ResumePoint, Neighbours, AutoCloseable {
    public static final Duration LIMIT = Duration.ofSeconds(20);

    public final StationIdentity identity;
    public final List<Link> journal = new ArrayList<>();
    public final List<Link> neighbourEntries = new CopyOnWriteArrayList<>();
    public final List<SharedSetting> settings = new CopyOnWriteArrayList<>();
    public final List<ReplicationStatus> told = new CopyOnWriteArrayList<>();
    public Pace pace = hurried();
    public volatile int killAfterAcknowledgements = -1;
    public volatile boolean killBeforeItIsDurable;

    private final Stream stream;
    private final HttpClient http = Surroundings.newHttpClient();
    private final Random random;
    private Optional<Head> acknowledged = Optional.empty();
    private Optional<Mark> mark = Optional.empty();
    private final Map<Stream, Head> neighbourHeads = new HashMap<>();
    private volatile Replicator replicator;

    public TestStation(String tenant, String station, long seed) {
        this.stream = new Stream(tenant, station, 1);
        this.random = new Random(seed);
        KeyPair keys = newKeys();
        this.identity = StationIdentity.of(stream, keys);
        append("stream-opened", 0);
    }

    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Stream stream() {
        return stream;
    }

    public synchronized void sell(int count) {
        for (int i = 0; i < count; i++) {
            append("sale-made", 100 + random.nextInt(900));
        }
        if (replicator != null) {
            replicator.wake();
        }
    }

    private synchronized void append(String kind, long amount) {
        var payload = JsonNodeFactory.instance.objectNode();
        if (kind.equals("stream-opened")) {
            payload.put(
                    "publicKey",
                    Base64.getEncoder().encodeToString(identity.publicKey().bytes()));
        }
        var postings = amount == 0
                ? List.<Envelope.Posting>of()
                : List.of(new Envelope.Posting("till/1", "GBP", amount), new Envelope.Posting("sales", "GBP", -amount));
        var envelope = new Envelope(
                stream,
                journal.size() + 1,
                new UUID(random.nextLong(), random.nextLong()),
                Instant.parse("2026-03-01T09:00:00Z").plusSeconds(journal.size()),
                LocalDate.parse("2026-03-01"),
                kind,
                null,
                "dara",
                null,
                postings,
                List.of(),
                payload);
        var previous = journal.isEmpty()
                ? Chain.genesis(stream, identity.publicKey().bytes())
                : journal.getLast().hash();
        journal.add(Chain.link(previous, envelope.canonical()));
    }

    /// The disk is exchanged for an older copy of itself.
    public synchronized void restore(int entries) {
        journal.subList(entries, journal.size()).clear();
        if (acknowledged.isPresent() && acknowledged.get().sequence() > entries) {
            acknowledged = Optional.of(new Head(entries, journal.getLast().hash()));
        }
    }

    public Replicator connect(URI cloud, String code) {
        disconnect();
        var world = new Surroundings(Clock.systemUTC(), random, http, pace);
        replicator = new Replicator(
                identity,
                new CloudAddress(cloud, code),
                new Replicator.Ports(this, this, this, settings),
                world,
                told::add);
        replicator.start();
        return replicator;
    }

    public void disconnect() {
        if (replicator != null) {
            replicator.close();
        }
    }

    /// The usual pace with every wait shortened.
    public static Pace hurried() {
        return new Pace(
                Duration.ofMillis(2),
                Duration.ofMillis(50),
                Duration.ofMillis(60),
                Duration.ofSeconds(2),
                Duration.ofMillis(5),
                Duration.ofMillis(40),
                Duration.ofMillis(60),
                Duration.ofMillis(100));
    }

    @Override
    public synchronized Head head(Stream asked) {
        return journal.isEmpty()
                ? Head.empty(stream, identity.publicKey().bytes())
                : new Head(journal.size(), journal.getLast().hash());
    }

    @Override
    public synchronized List<Link> after(Stream asked, long sequence, int limit) {
        int from = (int) Math.min(sequence, journal.size());
        return List.copyOf(journal.subList(from, Math.min(journal.size(), from + limit)));
    }

    @Override
    public synchronized Optional<Hash> hashAt(Stream asked, long sequence) {
        return sequence > journal.size()
                ? Optional.empty()
                : Optional.of(journal.get((int) sequence - 1).hash());
    }

    @Override
    public synchronized Optional<Head> acknowledged(Stream asked) {
        return acknowledged;
    }

    @Override
    public synchronized void acknowledge(Stream asked, Head head) {
        if (killAfterAcknowledgements-- == 0) {
            if (!killBeforeItIsDurable) {
                acknowledged = Optional.of(head);
            }
            throw new Killed();
        }
        acknowledged = Optional.of(head);
    }

    @Override
    public synchronized Optional<Mark> mark() {
        return mark;
    }

    @Override
    public synchronized Optional<Head> neighbour(Stream neighbour) {
        return Optional.ofNullable(neighbourHeads.get(neighbour));
    }

    @Override
    public synchronized void keep(List<Link> entries, Mark to) {
        for (Link link : entries) {
            var envelope = link.envelope();
            neighbourEntries.add(link);
            neighbourHeads.put(envelope.stream(), new Head(envelope.sequence(), link.hash()));
        }
        mark = Optional.of(to);
    }

    @Override
    public void close() {
        disconnect();
        http.shutdownNow();
    }

    /// The process is gone in the middle of a step: no handler of the replicator runs after this.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }
}
