package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;
import static org.countinghouse.store.db.Tables.GIVEN;
import static org.countinghouse.store.db.Tables.MARK;
import static org.countinghouse.store.db.Tables.NEIGHBOUR;
import static org.countinghouse.store.db.Tables.PIN;
import static org.countinghouse.store.db.Tables.SETTLED;
import static org.countinghouse.store.db.Tables.WAIT;
import static org.countinghouse.store.db.Tables.Z_REPORT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.Stream;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/// Reads the journal beside the thread that writes it, and keeps what is no entry: how far the cloud is, the PINs,
/// and copies of the tenant's other stations. Safe for several threads.
public final class JournalReader implements AutoCloseable {
    /// How far something has come: the cloud's acknowledgement, the last entry pulled.
    ///
    /// @param hash the hash at that place; empty where a place has none
    public record Mark(long sequence, Optional<Hash> hash) {}

    /// An entry of another station of the tenant, as the cloud handed it over.
    ///
    /// @param stream whose entry it is
    public record Neighbour(Stream stream, long sequence, Link link) {}

    /// What is left of a wait.
    ///
    /// @param wrongPins the wrong PINs in a row that led to it
    public record Wait(int wrongPins, Duration left) {}

    private final Database database;
    private final FactCodec codec;
    private final ReentrantLock writing;
    private final Stream stream;
    private final Hash genesis;
    private final Trust trust;

    JournalReader(Database database, FactCodec codec, ReentrantLock writing, Stream stream, Hash genesis, Trust trust) {
        this.database = database;
        this.codec = codec;
        this.writing = writing;
        this.stream = stream;
        this.genesis = genesis;
        this.trust = trust;
    }

    /// For whoever hands entries on: another machine must not take over what nobody here has accepted.
    ///
    /// @throws JournalUnavailable while the ledger is not trusted
    public void requireTrusted() {
        trust.requireTrusted();
    }

    public Stream stream() {
        return stream;
    }

    public Hash genesis() {
        return genesis;
    }

    /// Entries after a sequence, in order, as the ledger understands them.
    public List<Entry> entries(long after, int limit) {
        return links(after, limit).stream()
                .map(link -> codec.entry(link.envelope()))
                .toList();
    }

    /// Entries after a sequence, in order, verbatim.
    public synchronized List<Link> links(long after, int limit) {
        Hash previous = hash(after).orElse(genesis);
        var links = new ArrayList<Link>();
        var rows = database.jooq()
                .select(ENTRY.HASH, ENTRY.BODY)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.gt(after))
                .orderBy(ENTRY.SEQUENCE)
                .limit(limit)
                .fetch();
        for (var row : rows) {
            Hash hash = Hash.of(row.get(ENTRY.HASH));
            links.add(new Link(previous, hash, row.get(ENTRY.BODY)));
            previous = hash;
        }
        return links;
    }

    /// Whether an entry has this id: a settled one, or one after those.
    public synchronized boolean contains(UUID id) {
        var settled = database.jooq().select(SETTLED.SEQUENCE).from(SETTLED);
        return database.jooq()
                .fetchExists(DSL.selectOne()
                        .from(GIVEN)
                        .where(GIVEN.ID.eq(id.toString()))
                        .unionAll(DSL.selectOne()
                                .from(ENTRY)
                                .where(ENTRY.SEQUENCE.gt(settled).and(ENTRY.ID.eq(id.toString())))));
    }

    /// The entry with this id, where there is one.
    public synchronized Optional<Entry> find(UUID id) {
        var settled = database.jooq().select(SETTLED.SEQUENCE).from(SETTLED);
        return database.jooq()
                .select(ENTRY.BODY)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.in(DSL.select(GIVEN.SEQUENCE).from(GIVEN).where(GIVEN.ID.eq(id.toString()))))
                .unionAll(DSL.select(ENTRY.BODY)
                        .from(ENTRY)
                        .where(ENTRY.SEQUENCE.gt(settled).and(ENTRY.ID.eq(id.toString()))))
                .limit(1)
                .fetchOptional(ENTRY.BODY)
                .map(body -> codec.entry(Envelope.read(body)));
    }

    /// A Z report as it was taken.
    public Optional<ZReported> zReport(TillId till, long number) {
        return zEntry(till, number).map(entry -> (ZReported) entry.fact());
    }

    /// The entry of the Z report with this number.
    public synchronized Optional<Entry> zEntry(TillId till, long number) {
        return database.jooq()
                .select(ENTRY.BODY)
                .from(ENTRY)
                .join(Z_REPORT)
                .on(Z_REPORT.SEQUENCE.eq(ENTRY.SEQUENCE))
                .where(Z_REPORT.TILL.eq(till.name()), Z_REPORT.NUMBER.eq(number))
                .fetchOptional(ENTRY.BODY)
                .map(body -> codec.entry(Envelope.read(body)));
    }

    /// The hash of the entry with this sequence.
    public synchronized Optional<Hash> hash(long sequence) {
        return database.jooq()
                .select(ENTRY.HASH)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.eq(sequence))
                .fetchOptional(ENTRY.HASH)
                .map(Hash::of);
    }

    public synchronized long lastSequence() {
        return Optional.ofNullable(database.jooq()
                        .select(DSL.max(ENTRY.SEQUENCE))
                        .from(ENTRY)
                        .fetchOne(0, Long.class))
                .orElse(0L);
    }

    public synchronized Optional<Mark> mark(String name) {
        return database.jooq()
                .selectFrom(MARK)
                .where(MARK.NAME.eq(name))
                .fetchOptional()
                .map(row -> new Mark(
                        row.get(MARK.SEQUENCE),
                        Optional.ofNullable(row.get(MARK.HASH)).map(Hash::of)));
    }

    /// @throws JournalUnavailable when it cannot be kept
    public void mark(String name, Mark mark) {
        write(() -> database.jooq()
                .insertInto(MARK, MARK.NAME, MARK.SEQUENCE, MARK.HASH)
                .values(name, mark.sequence(), mark.hash().map(Hash::bytes).orElse(null))
                .onConflict(MARK.NAME)
                .doUpdate()
                .set(MARK.SEQUENCE, DSL.excluded(MARK.SEQUENCE))
                .set(MARK.HASH, DSL.excluded(MARK.HASH))
                .execute());
    }

    /// Keeps entries of other stations and how far they reach, in one transaction; one that is there already stays.
    public void keep(List<Neighbour> neighbours, String markName, Mark mark) {
        write(() -> database.jooq().transactionResult(transaction -> {
            for (Neighbour each : neighbours) {
                transaction
                        .dsl()
                        .insertInto(NEIGHBOUR)
                        .set(NEIGHBOUR.STATION, each.stream().station())
                        .set(NEIGHBOUR.EPOCH, (long) each.stream().epoch())
                        .set(NEIGHBOUR.SEQUENCE, each.sequence())
                        .set(NEIGHBOUR.PREVIOUS, each.link().previous().bytes())
                        .set(NEIGHBOUR.HASH, each.link().hash().bytes())
                        .set(NEIGHBOUR.BODY, each.link().body())
                        .onConflictDoNothing()
                        .execute();
            }
            return transaction
                    .dsl()
                    .insertInto(MARK, MARK.NAME, MARK.SEQUENCE, MARK.HASH)
                    .values(
                            markName,
                            mark.sequence(),
                            mark.hash().map(Hash::bytes).orElse(null))
                    .onConflict(MARK.NAME)
                    .doUpdate()
                    .set(MARK.SEQUENCE, DSL.excluded(MARK.SEQUENCE))
                    .set(MARK.HASH, DSL.excluded(MARK.HASH))
                    .execute();
        }));
    }

    /// The hash of the last entry kept of another station's stream, with its sequence.
    public synchronized Optional<Mark> neighbourHead(Stream other) {
        return database.jooq()
                .select(NEIGHBOUR.SEQUENCE, NEIGHBOUR.HASH)
                .from(NEIGHBOUR)
                .where(NEIGHBOUR.STATION.eq(other.station()).and(NEIGHBOUR.EPOCH.eq((long) other.epoch())))
                .orderBy(NEIGHBOUR.SEQUENCE.desc())
                .limit(1)
                .fetchOptional()
                .map(row -> new Mark(row.get(NEIGHBOUR.SEQUENCE), Optional.of(Hash.of(row.get(NEIGHBOUR.HASH)))));
    }

    public synchronized long neighbours() {
        return database.jooq().fetchCount(NEIGHBOUR);
    }

    /// The stored hash of an employee's PIN.
    public synchronized Optional<String> pin(String employee) {
        return database.jooq()
                .select(PIN.HASH)
                .from(PIN)
                .where(PIN.EMPLOYEE.eq(employee))
                .fetchOptional(PIN.HASH);
    }

    public void pin(String employee, String hash) {
        write(() -> database.jooq()
                .insertInto(PIN, PIN.EMPLOYEE, PIN.HASH)
                .values(employee, hash)
                .onConflict(PIN.EMPLOYEE)
                .doUpdate()
                .set(PIN.HASH, DSL.excluded(PIN.HASH))
                .execute());
    }

    /// What is left of the wait that wrong PINs brought an employee, as it was last kept.
    public synchronized Optional<Wait> waitOf(String employee) {
        return database.jooq()
                .selectFrom(WAIT)
                .where(WAIT.EMPLOYEE.eq(employee))
                .fetchOptional()
                .map(row -> new Wait(
                        Math.toIntExact(row.get(WAIT.WRONG_PINS)), Duration.ofMillis(row.get(WAIT.LEFT_MILLIS))));
    }

    /// @throws JournalUnavailable when it cannot be kept
    public void keepWait(String employee, Wait wait) {
        write(() -> database.jooq()
                .insertInto(WAIT, WAIT.EMPLOYEE, WAIT.WRONG_PINS, WAIT.LEFT_MILLIS)
                .values(employee, (long) wait.wrongPins(), wait.left().toMillis())
                .onConflict(WAIT.EMPLOYEE)
                .doUpdate()
                .set(WAIT.WRONG_PINS, DSL.excluded(WAIT.WRONG_PINS))
                .set(WAIT.LEFT_MILLIS, DSL.excluded(WAIT.LEFT_MILLIS))
                .execute());
    }

    /// SQLite has one writer: it waits here rather than in the file, where waiting sleeps.
    private void write(Runnable statement) {
        writing.lock();
        try {
            synchronized (this) {
                statement.run();
            }
        } catch (DataAccessException e) {
            throw new JournalUnavailable("the ledger's file could not be written: " + e.getMessage(), e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public synchronized void close() {
        database.close();
    }
}
