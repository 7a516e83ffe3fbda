package org.countinghouse.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.store.Verification.Broken;
import org.countinghouse.store.Verification.Fault;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;

/// Goes through a ledger from its first entry to its last and believes nothing it has not computed.
public final class Verifier {
    /// The mark under which the cloud's acknowledgement is kept.
    public static final String ACKNOWLEDGED = "acknowledged";

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

    /// Follows the chain from the newest anchor there is, a high-water mark or the cloud's acknowledgement; from
    /// zero when there is none.
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
        var walk = new Walk(identity, codec, progress);
        var tables = new ReadTables(database, codec);
        try (var given = new GivenTable(database, tables.settled())) {
            return walk.run(database, given)
                    .or(() -> anchored(database, walk.sequence(), marks))
                    .or(() -> cutOff(tables, walk))
                    .<Verification>map(Function.identity())
                    .or(given::difference)
                    .orElseGet(() -> added(tables, walk));
        }
    }

    /// The read tables are an anchor too: they are written with the entries, never before them.
    private static Optional<Broken> cutOff(ReadTables tables, Walk walk) {
        return tables.settled() <= walk.sequence()
                ? Optional.empty()
                : Optional.of(new Broken(
                        walk.sequence() + 1,
                        Fault.CUT_OFF,
                        "no entry",
                        "entries up to " + tables.settled() + ", which the read tables know of"));
    }

    /// What is known of the ledger from outside shows a tail that was cut off.
    private Optional<Broken> anchored(Database database, long last, List<Marks.Found> marks) {
        return Anchors.of(database, identity(database).stream(), marks).check(database, last).stream()
                .findFirst();
    }

    private static Verification added(ReadTables tables, Walk walk) {
        var rebuilt = walk.books().snapshot();
        var stored = tables.load(walk.sequence()).snapshot();
        if (rebuilt.equals(stored)) {
            return new Verification.Whole(walk.identity().stream(), walk.sequence(), walk.head());
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
