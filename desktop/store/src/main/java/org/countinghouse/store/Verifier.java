package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
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
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.jooq.Record3;
import org.jooq.impl.DSL;

/// Goes through a ledger from its first entry to its last and believes nothing it has not computed.
public final class Verifier {
    /// The mark under which the cloud's acknowledgement is kept.
    public static final String ACKNOWLEDGED = "acknowledged";

    private static final int FETCH_SIZE = 1_000;
    private static final long TELL_EVERY = 10_000;

    /// So many entries at the end are looked up by their ids: an order is given again soon or never.
    private static final long LOOKED_UP = 10_000;

    private final Path folder;
    private final Supplier<Database> opening;
    private final Optional<Marks> marks;
    private final FactCodec codec;
    private final LongConsumer progress;

    /// @param folder a station's data folder; the station may be running
    /// @param progress told how many entries are done, now and then
    public Verifier(Path folder, Function<String, Currency> currencies, LongConsumer progress) {
        this(
                folder,
                () -> Database.openToRead(DataFolder.ledgerIn(folder)),
                Optional.of(Marks.beside(folder)),
                currencies,
                progress);
    }

    private Verifier(
            Path folder,
            Supplier<Database> opening,
            Optional<Marks> marks,
            Function<String, Currency> currencies,
            LongConsumer progress) {
        this.folder = folder;
        this.opening = opening;
        this.marks = marks;
        this.codec = new FactCodec(currencies);
        this.progress = progress;
    }

    /// For a copy of a ledger, which lies by itself and is not touched by being looked at.
    static Verifier ofCopy(Path file, Function<String, Currency> currencies) {
        return new Verifier(file, () -> Database.openCopy(file), Optional.empty(), currencies, _ -> {});
    }

    /// @throws JournalUnavailable when there is no ledger, or it cannot be read at all
    public Verification verify() {
        return looked(this::verify);
    }

    /// Follows the chain from an entry known from outside, as by the sequence and hash on a slip, to the end.
    ///
    /// @param hash the entry's hash in hexadecimal digits, or as many of the first as are known
    /// @throws JournalUnavailable when there is no ledger, or it cannot be read at all
    public Verification verifyFrom(long sequence, String hash) {
        return looked((database, marks) -> verifyFrom(database, sequence, hash, marks));
    }

    /// Follows the chain from the newest anchor there is, a high-water mark or the cloud's acknowledgement;
    /// from zero
    /// when there is none.
    ///
    /// @throws JournalUnavailable when there is no ledger, or it cannot be read at all
    public Verification verifyFromNewest() {
        return looked((database, marks) -> Anchors.of(database, identity(database).stream(), marks)
                .newest()
                .map(anchor ->
                        verifyFrom(database, anchor.sequence(), anchor.hash().hex(), marks))
                .orElseGet(() -> verify(database, marks)));
    }

    private interface Look {
        Verification at(Database database, List<Marks.Found> marks);
    }

    private Verification looked(Look look) {
        // Before the ledger: a running station goes on, and a mark must not be younger than what is seen of it.
        var found = marks.map(Marks::all).orElseGet(List::of);
        try (var database = opening.get()) {
            // One transaction, so that a running station's new entries do not come in between.
            return database.jooq().transactionResult(_ -> look.at(database, found));
        } catch (RuntimeException e) {
            throw Damage.told(e);
        }
    }

    private Identity identity(Database database) {
        return Identity.read(database)
                .orElseThrow(() -> new JournalUnavailable("the ledger in " + folder + " was never begun"));
    }

    private Verification verifyFrom(Database database, long sequence, String hash, List<Marks.Found> marks) {
        long last = Trust.last(database, identity(database)).sequence();
        String expected = "entry " + sequence + " with hash " + hash;
        Optional<Hash> stored = Anchors.stored(database, sequence);
        if (stored.isEmpty()) {
            return new Broken(last + 1, Fault.CUT_OFF, "no entry", expected);
        }
        if (!stored.get().hex().startsWith(hash.toLowerCase(Locale.ROOT))) {
            return new Broken(sequence, Fault.FORK, "entry " + sequence + " with hash " + stored.get(), expected);
        }
        var anchor = new Head(sequence, stored.get());
        var chain = new ChainCheck(database, anchor, progress);
        return chain.run(_ -> false)
                .or(() -> anchored(database, chain.reached().sequence(), marks))
                .<Verification>map(Function.identity())
                .orElseGet(() -> new Verification.WholeFrom(anchor, chain.reached()));
    }

    private Verification verify(Database database, List<Marks.Found> marks) {
        Identity identity = identity(database);
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
        return anchored(database, walk.sequence, marks)
                .<Verification>map(Function.identity())
                .orElseGet(() -> added(database, walk));
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

    /// What is known of the ledger from outside shows a tail that was cut off.
    private Optional<Broken> anchored(Database database, long last, List<Marks.Found> marks) {
        return Anchors.of(database, identity(database).stream(), marks).check(database, last).stream()
                .findFirst();
    }

    private Verification added(Database database, Walk walk) {
        var rebuilt = walk.books.snapshot();
        var stored =
                Books.of(new ReadTables(database, codec).read(walk.sequence)).snapshot();
        if (!rebuilt.equals(stored)) {
            return difference(parts(stored), parts(rebuilt));
        }
        return notFoundById(database, walk.sequence)
                .<Verification>map(sequence -> new Verification.BooksDiffer(
                        "entry " + sequence + " is not found by its id", "every entry is found by its id"))
                .orElseGet(() -> new Verification.Whole(walk.identity.stream(), walk.sequence, walk.previous));
    }

    /// An index that lost an entry would let its order be written twice.
    private static Optional<Long> notFoundById(Database database, long last) {
        var written = ENTRY.as("written");
        return database.jooq()
                .select(written.SEQUENCE)
                .from(written)
                .where(written.SEQUENCE.gt(last - LOOKED_UP))
                .andNotExists(DSL.selectOne().from(ENTRY).where(ENTRY.ID.eq(written.ID)))
                .limit(1)
                .fetchOptional(written.SEQUENCE);
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
