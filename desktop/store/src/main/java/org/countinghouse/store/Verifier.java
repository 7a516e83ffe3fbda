package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;
import static org.countinghouse.store.db.Tables.MARK;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.report.ZSeal;
import org.countinghouse.ledger.till.TillId;
import org.countinghouse.store.Verification.Broken;
import org.countinghouse.store.Verification.Fault;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Link;
import org.jooq.Record3;
import org.jooq.exception.DataAccessException;

/// Goes through a ledger from its first entry to its last and believes nothing it has not computed.
public final class Verifier {
    /// The mark under which the cloud's acknowledgement is kept.
    public static final String ACKNOWLEDGED = "acknowledged";

    private static final int FETCH_SIZE = 1_000;
    private static final long TELL_EVERY = 10_000;

    private final Path folder;
    private final FactCodec codec;
    private final LongConsumer progress;

    /// @param folder a station's data folder; the station may be running
    /// @param progress told how many entries are done, now and then
    public Verifier(Path folder, Function<String, Currency> currencies, LongConsumer progress) {
        this.folder = folder;
        this.codec = new FactCodec(currencies);
        this.progress = progress;
    }

    /// @throws JournalUnavailable when there is no ledger, or it cannot be read at all
    public Verification verify() {
        try (var database = Database.openToRead(DataFolder.ledgerIn(folder))) {
            // One transaction, so that a running station's new entries do not come in between.
            return database.jooq().transactionResult(_ -> verify(database));
        } catch (DataAccessException e) {
            throw new JournalUnavailable("cannot read the ledger in " + folder + ": " + e.getMessage(), e);
        }
    }

    private Verification verify(Database database) {
        Identity identity = Identity.read(database)
                .orElseThrow(() -> new JournalUnavailable("the ledger in " + folder + " was never begun"));
        var walk = new Walk(identity);
        try (var rows = database.jooq()
                .select(ENTRY.SEQUENCE, ENTRY.HASH, ENTRY.BODY)
                .from(ENTRY)
                .orderBy(ENTRY.SEQUENCE)
                .fetchSize(FETCH_SIZE)
                .fetchLazy()) {
            for (var row : rows) {
                Optional<Broken> fault = walk.step(row);
                if (fault.isPresent()) {
                    return fault.get();
                }
            }
        }
        return anchored(database, walk).<Verification>map(Function.identity()).orElseGet(() -> added(database, walk));
    }

    /// The entries, one after the other: the chain first, then what they add up to.
    private final class Walk {
        private final Identity identity;
        private final Books books = new Books();
        private final Map<TillId, Hash> lastZ = new HashMap<>();
        private final ZSealing sealing;
        private Hash previous;
        private long sequence;

        Walk(Identity identity) {
            this.identity = identity;
            this.sealing = new ZSealing(codec, identity.stream());
            this.previous = identity.genesis();
        }

        Optional<Broken> step(Record3<Long, byte[], String> row) {
            if (row.value1() != sequence + 1) {
                return Optional.of(
                        new Broken(sequence + 1, Fault.GAP, "entry " + row.value1(), "entry " + (sequence + 1)));
            }
            sequence++;
            Link link = Chain.link(previous, row.value3());
            Hash stored = Hash.of(row.value2());
            if (!stored.equals(link.hash())) {
                return Optional.of(new Broken(
                        sequence, Fault.HASH, stored.hex(), link.hash().hex()));
            }
            previous = stored;
            if (sequence % TELL_EVERY == 0) {
                progress.accept(sequence);
            }
            return add(link);
        }

        /// A Z report that this station's key did not seal, or that names another head or another Z before.
        private Optional<Broken> forged(ZReported z, Link link) {
            Optional<Hash> previousZ = Optional.ofNullable(lastZ.put(z.at(), link.hash()));
            return sealing.holds(z, link.previous(), previousZ, identity.key())
                    ? Optional.empty()
                    : Optional.of(new Broken(
                            sequence,
                            Fault.SEAL,
                            z.seal().map(ZSeal::head).orElse(""),
                            link.previous().hex()));
        }

        private Optional<Broken> add(Link link) {
            var envelope = link.envelope();
            if (envelope.sequence() != sequence || !envelope.stream().equals(identity.stream())) {
                return Optional.of(new Broken(
                        sequence,
                        Fault.FOREIGN,
                        envelope.stream() + " entry " + envelope.sequence(),
                        identity.stream() + " entry " + sequence));
            }
            Entry entry = codec.entry(envelope);
            Optional<Broken> forged = entry.fact() instanceof ZReported z ? forged(z, link) : Optional.empty();
            books.apply(entry);
            return forged;
        }
    }

    /// The cloud's acknowledgement is an anchor outside the chain: it shows a tail that was cut off.
    private static Optional<Broken> anchored(Database database, Walk walk) {
        var mark = database.jooq()
                .selectFrom(MARK)
                .where(MARK.NAME.eq(ACKNOWLEDGED))
                .fetchOptional();
        if (mark.isEmpty() || mark.get().get(MARK.SEQUENCE) == 0) {
            return Optional.empty();
        }
        long sequence = mark.get().get(MARK.SEQUENCE);
        Hash expected = Hash.of(Objects.requireNonNull(mark.get().get(MARK.HASH)));
        if (sequence > walk.sequence) {
            return Optional.of(new Broken(
                    walk.sequence + 1, Fault.CUT_OFF, "no entry", "entries up to " + sequence + ", " + expected));
        }
        Hash found = Hash.of(Objects.requireNonNull(database.jooq()
                .select(ENTRY.HASH)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.eq(sequence))
                .fetchOne(ENTRY.HASH)));
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of(new Broken(sequence, Fault.FORK, found.hex(), expected.hex()));
    }

    private Verification added(Database database, Walk walk) {
        var rebuilt = walk.books.snapshot();
        var stored =
                Books.of(new ReadTables(database, codec).read(walk.sequence)).snapshot();
        if (rebuilt.equals(stored)) {
            return new Verification.Whole(walk.identity.stream(), walk.sequence, walk.previous);
        }
        return difference(parts(stored), parts(rebuilt));
    }

    private static List<Object> parts(Books.Snapshot books) {
        return java.util.stream.Stream.<List<?>>of(
                        books.balances(),
                        books.stock(),
                        books.figures(),
                        books.shifts(),
                        books.tills(),
                        books.people(),
                        books.rates(),
                        books.bags(),
                        List.of(books.policy()))
                .<Object>flatMap(List::stream)
                .toList();
    }

    private static Verification difference(List<Object> stored, List<Object> rebuilt) {
        var found = stored.stream().filter(row -> !rebuilt.contains(row)).findFirst();
        var expected = rebuilt.stream().filter(row -> !stored.contains(row)).findFirst();
        return new Verification.BooksDiffer(
                found.map(Object::toString).orElse("nothing"),
                expected.map(Object::toString).orElse("nothing"));
    }
}
