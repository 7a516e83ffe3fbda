package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;
import static org.countinghouse.store.db.Tables.STREAM;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Change;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.EntryGivenBefore;
import org.countinghouse.ledger.EntryStore;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.entry.LedgerAccepted;
import org.countinghouse.ledger.entry.StreamOpened;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.people.SignInRefused;
import org.countinghouse.ledger.people.SignedIn;
import org.countinghouse.ledger.people.SignedOut;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.Stream;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The station's entries on disk, each durable before it is acknowledged. One thread writes; [#books()]
/// belongs to it.
public final class Journal implements EntryStore, AutoCloseable {
    /// What a new journal is bound to.
    ///
    /// @param first the id of its first entry, a UUIDv7
    /// @param program the version of this program
    public record Birth(Stream stream, StationKey key, UUID first, Instant at, LocalDate date, String program) {}

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final DataFolder folder;
    private final FactCodec codec;
    private final ReentrantLock writing = new ReentrantLock(true);

    private Open open;
    private final Stream stream;
    private final StationKey key;
    private final ZSealing sealing;
    private final Hash genesis;
    private final Trust trust;
    private boolean broken;
    private boolean folderSynced;

    /// What is there while the file is open: closed and made anew after a fault.
    private record Open(
            Database database,
            ReadTables tables,
            KeptStatement insert,
            PreparedStatement begin,
            PreparedStatement commit,
            Books books,
            Tail tail) {}

    /// The last entry's place and hash.
    private static final class Tail {
        private long sequence;
        private Hash hash;

        Tail(long sequence, Hash hash) {
            this.sequence = sequence;
            this.hash = hash;
        }
    }

    /// An entry on its way to the disk, and what it changes.
    private record Written(Entry entry, Link link, Change change) {}

    private Journal(
            DataFolder folder, FactCodec codec, Database database, Identity identity, StationKey key, Marks marks) {
        this.folder = folder;
        this.codec = codec;
        this.stream = identity.stream();
        this.key = key;
        this.sealing = new ZSealing(codec, identity.stream());
        this.genesis = identity.genesis();
        this.trust = Trust.at(marks, identity, database);
        this.open = load(database);
    }

    /// Opens the folder's journal, or begins one.
    ///
    /// @param currencies the currency of an ISO code
    /// @param birth what a new journal is bound to; an old one must belong to the same tenant and station
    /// @throws JournalUnavailable when it cannot be used; the message says why and what to do
    public static Journal open(DataFolder folder, Function<String, Currency> currencies, Birth birth) {
        return open(folder, currencies, birth, Optional.empty());
    }

    /// @param secondPlace a folder on another disk for a second high-water mark
    public static Journal open(
            DataFolder folder, Function<String, Currency> currencies, Birth birth, Optional<Path> secondPlace) {
        var codec = new FactCodec(currencies);
        var marks = Marks.of(folder.path(), birth.stream(), secondPlace);
        DataFolder.prepareLog(folder.path());
        if (!Files.exists(folder.ledger())) {
            Trust.refuseLost(marks);
            Database.make(folder.ledger());
        }
        var database = Database.open(folder.ledger());
        try {
            return open(folder, codec, database, birth, marks);
        } catch (RuntimeException e) {
            database.close();
            throw Damage.told(e);
        }
    }

    /// The name of the station a folder's journal belongs to; empty when it has none yet. The folder is taken.
    public static Optional<String> stationIn(Path folder) {
        if (!Files.exists(DataFolder.ledgerIn(folder))) {
            return Optional.empty();
        }
        DataFolder.prepareLog(folder);
        try (var database = Database.open(DataFolder.ledgerIn(folder))) {
            return Identity.read(database).map(identity -> identity.stream().station());
        } catch (RuntimeException e) {
            throw Damage.told(e);
        }
    }

    private static Journal open(DataFolder folder, FactCodec codec, Database database, Birth birth, Marks marks) {
        Optional<Identity> identity = Identity.read(database);
        if (identity.isEmpty()) {
            Trust.refuseLost(marks);
            return begin(folder, codec, database, birth, marks);
        }
        Stream found = identity.get().stream();
        if (!found.tenant().equals(birth.stream().tenant())
                || !found.station().equals(birth.stream().station())) {
            throw new JournalUnavailable("the folder " + folder.path() + " holds the ledger of " + found + ", not of "
                    + birth.stream() + ": give each station a folder of its own");
        }
        if (!Arrays.equals(identity.get().publicKey(), birth.key().open().getEncoded())) {
            throw new JournalUnavailable("the key in the folder " + folder.path()
                    + " is not the one its ledger was begun with: restore station.key from a backup of this station");
        }
        return begun(new Journal(folder, codec, database, identity.get(), birth.key(), marks), birth);
    }

    private static Journal begin(DataFolder folder, FactCodec codec, Database database, Birth birth, Marks marks) {
        byte[] publicKey = birth.key().open().getEncoded();
        database.jooq()
                .insertInto(STREAM, STREAM.EPOCH, STREAM.TENANT, STREAM.STATION, STREAM.PUBLIC_KEY)
                .values(
                        (long) birth.stream().epoch(),
                        birth.stream().tenant(),
                        birth.stream().station(),
                        publicKey)
                .execute();
        return begun(
                new Journal(folder, codec, database, new Identity(birth.stream(), publicKey), birth.key(), marks),
                birth);
    }

    /// A stream's row without its first entry is what a fault between the two leaves: the entry is written now.
    private static Journal begun(Journal journal, Birth birth) {
        if (journal.books().lastSequence() == 0 && journal.doubt().isEmpty()) {
            journal.beginStream(birth);
        }
        journal.mark();
        // A mark that could not be written is not missed at the next start.
        if (journal.markTrouble().isEmpty()) {
            journal.trust.tellMarked(journal.open.database, journal.reached());
        }
        return journal;
    }

    private void beginStream(Birth birth) {
        byte[] publicKey = birth.key().open().getEncoded();
        append(new Draft(
                List.of(new StreamOpened(Base64.getEncoder().encodeToString(publicKey), birth.program())),
                List.of(birth.first()),
                birth.at(),
                birth.date(),
                Optional.empty(),
                Entry.STATION,
                Optional.empty()));
    }

    private Open load(Database database) {
        folder.sync();
        var last = database.jooq()
                .select(ENTRY.SEQUENCE, ENTRY.HASH)
                .from(ENTRY)
                .orderBy(ENTRY.SEQUENCE.desc())
                .limit(1)
                .fetchOptional();
        long sequence = last.map(row -> row.get(ENTRY.SEQUENCE)).orElse(0L);
        Hash hash = last.map(row -> Hash.of(row.get(ENTRY.HASH))).orElse(genesis);
        var tables = new ReadTables(database, codec);
        if (tables.areStale()) {
            tables.rebuild();
        }
        try {
            return new Open(
                    database,
                    tables,
                    new KeptStatement(
                            database,
                            database.jooq()
                                    .insertInto(ENTRY, ENTRY.SEQUENCE, ENTRY.HASH, ENTRY.BODY)
                                    .values(0L, new byte[0], "")),
                    database.connection().prepareStatement("BEGIN IMMEDIATE"),
                    database.connection().prepareStatement("COMMIT"),
                    tables.load(sequence),
                    new Tail(sequence, hash));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /// Writes the facts, all or none, and returns once they are on the disk.
    ///
    /// @throws EntryGivenBefore when the first id was written before; nothing is written now
    /// @throws JournalUnavailable when they are not: nothing was acknowledged, the next call reads the file again.
    ///     Also while there is a [#doubt()]
    @Override
    public List<Entry> append(Draft draft) {
        writing.lock();
        try {
            return trust.doubt().isEmpty() ? appendAnyway(draft) : whileDoubted(draft);
        } finally {
            writing.unlock();
        }
    }

    private List<Entry> appendAnyway(Draft draft) {
        if (current().tables.areAhead()) {
            rebuild();
        }
        return write(draft);
    }

    /// Makes the read tables anew from the entries.
    private void rebuild() {
        new ReadTables(open.database, codec).rebuild();
        reopen();
    }

    /// A manager's acceptance is written. Signing in and out is let through and not written, or no manager could
    /// give one.
    private List<Entry> whileDoubted(Draft draft) {
        if (contains(draft.ids().getFirst())) {
            throw new EntryGivenBefore(draft.ids().getFirst());
        }
        return switch (draft.facts().getFirst()) {
            case LedgerAccepted acceptance -> accept(acceptance, draft);
            case SignedIn _, SignInRefused _, SignedOut _ -> List.of();
            default -> throw trust.refusal();
        };
    }

    private List<Entry> accept(LedgerAccepted acceptance, Draft draft) {
        if (Accepted.isOfAnEntry(acceptance.fault())) {
            rebuildBooks();
        }
        var entries = appendAnyway(draft);
        trust.accepted(acceptance, open.database);
        trust.mark(reached());
        return entries;
    }

    /// The books go on with what the entries say: entries that were taken out left behind what they added up to.
    /// Where the entries do not add up at all, because one is missing between others or was altered, the books
    /// stay as they are, and verify names the entry.
    private void rebuildBooks() {
        try {
            rebuild();
        } catch (IllegalStateException | DataAccessException | JournalUnavailable e) {
            LOG.error("the books stay as they are", e);
        }
    }

    /// What a manager must accept before anything is written again: the ledger, found at the start, is not the one
    /// this station left behind. Empty when it is.
    public Optional<Verification.Broken> doubt() {
        return trust.doubt();
    }

    /// Writes down outside the ledger how far it has come: the high-water mark. For any thread but one that sells:
    /// it waits for a disk. The mark lags behind what is durable and is never ahead of it.
    public void mark() {
        Optional<Head> head;
        writing.lock();
        try {
            head = broken ? Optional.empty() : Optional.of(reached());
        } finally {
            writing.unlock();
        }
        head.ifPresent(trust::mark);
    }

    private Head reached() {
        return new Head(open.tail.sequence, open.tail.hash);
    }

    /// The places the last high-water mark could not be written to.
    public Optional<String> markTrouble() {
        return trust.markTrouble();
    }

    private List<Entry> write(Draft draft) {
        refuseGiven(draft.ids());
        broken = true;
        var links = new ArrayList<Written>(draft.facts().size());
        Hash previous = open.tail.hash;
        for (int i = 0; i < draft.facts().size(); i++) {
            Entry entry = entry(draft, i, previous);
            Link link = Chain.link(previous, codec.canonical(stream, entry));
            links.add(new Written(entry, link, open.books.apply(entry)));
            previous = link.hash();
        }
        try {
            write(links);
            syncFolderOnce();
        } catch (SQLException | DataAccessException e) {
            throw new JournalUnavailable(
                    "the ledger could not be written (" + e.getMessage()
                            + "): stop selling, free the disk or restart the station",
                    e);
        }
        open.tail.sequence += links.size();
        open.tail.hash = previous;
        broken = false;
        return links.stream().map(Written::entry).toList();
    }

    private void refuseGiven(List<UUID> ids) {
        for (int i = 0; i < ids.size(); i++) {
            if (contains(ids.get(i))) {
                throw i == 0
                        ? new EntryGivenBefore(ids.getFirst())
                        : new JournalUnavailable("nothing was written: another entry has the id " + ids.get(i));
            }
        }
    }

    private void write(List<Written> all) throws SQLException {
        Written first = all.getFirst();
        if (all.size() == 1 && open.tables.canWait(first.entry, first.change)) {
            // A statement alone is a transaction of its own.
            insert(first);
            open.tables.note(first.entry, first.change);
            return;
        }
        open.begin.execute();
        for (Written each : all) {
            insert(each);
            open.tables.write(each.entry, each.change);
        }
        open.commit.execute();
    }

    private void insert(Written written) throws SQLException {
        open.insert.run(written.entry.sequence(), written.link.hash().bytes(), written.link.body());
    }

    private Entry entry(Draft draft, int index, Hash previous) {
        var entry = new Entry(
                open.tail.sequence + 1 + index,
                draft.ids().get(index),
                draft.recordedAt(),
                draft.businessDate(),
                draft.shift(),
                draft.actor(),
                draft.approver(),
                draft.facts().get(index));
        return entry.fact() instanceof ZReported z ? sealed(entry, z, previous) : entry;
    }

    private Entry sealed(Entry draft, ZReported z, Hash head) {
        Optional<Hash> previousZ = hash(open.books.till(z.at()).counters().zSequence());
        return draft.with(sealing.seal(z, head, previousZ, key.secret()));
    }

    private Optional<Hash> hash(long sequence) {
        return open.database
                .jooq()
                .select(ENTRY.HASH)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.eq(sequence))
                .fetchOptional(ENTRY.HASH)
                .map(Hash::of);
    }

    private void syncFolderOnce() {
        if (!folderSynced) {
            folder.sync();
            folderSynced = true;
        }
    }

    /// After a fault nothing in memory is trusted, the system's included: the log is written once more, the file
    /// closed and read again. It must hold the last entry that was acknowledged.
    private void reopen() {
        Tail acknowledged = open.tail;
        letGo();
        var database = Database.open(folder.ledger());
        try {
            Open again = load(database);
            requireKept(acknowledged, database);
            open = again;
            folderSynced = false;
            broken = false;
        } catch (RuntimeException e) {
            database.close();
            throw Damage.told(e);
        }
    }

    /// Closing writes the log back, which must be on the disk first: after a fault it may not be.
    private void letGo() {
        if (broken) {
            folder.renewLog();
        }
        open.database.close();
    }

    private static void requireKept(Tail acknowledged, Database database) {
        var found = database.jooq()
                .select(ENTRY.HASH)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.eq(acknowledged.sequence))
                .fetchOptional(ENTRY.HASH)
                .map(Hash::of);
        if (acknowledged.sequence > 0 && !found.equals(Optional.of(acknowledged.hash))) {
            throw new JournalUnavailable("entry " + acknowledged.sequence
                    + ", which was acknowledged, is gone from the ledger or another: stop selling, keep the folder as it"
                    + " is and restore a backup");
        }
    }

    private Open current() {
        if (broken) {
            reopen();
        }
        return open;
    }

    /// The books as of the last entry. Belongs to the thread that appends.
    @Override
    public Books books() {
        return current().books;
    }

    public Stream stream() {
        return stream;
    }

    /// The hash before the first entry.
    public Hash genesis() {
        return genesis;
    }

    /// The last entry's hash; the genesis while there is none.
    public Hash head() {
        return open.tail.hash;
    }

    /// Whether an entry has this id.
    @Override
    public boolean contains(UUID id) {
        return sequence(id).isPresent();
    }

    /// The entry with this id, where there is one.
    @Override
    public Optional<Entry> find(UUID id) {
        OptionalLong sequence = sequence(id);
        return sequence.isEmpty()
                ? Optional.empty()
                : read(now -> now.database
                        .jooq()
                        .select(ENTRY.BODY)
                        .from(ENTRY)
                        .where(ENTRY.SEQUENCE.eq(sequence.getAsLong()))
                        .fetchOptional(ENTRY.BODY)
                        .map(body -> codec.entry(Envelope.read(body))));
    }

    private OptionalLong sequence(UUID id) {
        try {
            Open now = current();
            OptionalLong given = now.tables.sequence(id);
            // The tables of a ledger whose end was cut off still know ids of entries that are not there.
            return given.isPresent() && given.getAsLong() > now.tail.sequence ? OptionalLong.empty() : given;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<Instant> lastRecordedAt() {
        return read(now -> now.database
                .jooq()
                .select(ENTRY.RECORDED_AT)
                .from(ENTRY)
                .where(ENTRY.SEQUENCE.eq(now.books.lastSequence()))
                .fetchOptional(ENTRY.RECORDED_AT)
                .map(Instant::parse));
    }

    @Override
    public long refunded(UUID sale) {
        return read(now -> now.tables.refunded(sale));
    }

    @Override
    public boolean isCorrected(UUID id) {
        return read(now -> now.tables.isCorrected(id));
    }

    private <T> T read(Function<Open, T> question) {
        try {
            return question.apply(current());
        } catch (RuntimeException e) {
            throw Damage.told(e);
        }
    }

    private static JournalUnavailable unreadable(Exception fault) {
        return new JournalUnavailable("cannot read the ledger: " + fault.getMessage(), fault);
    }

    /// For the fault suites: they weaken it to show that they would notice.
    Database database() {
        return open.database;
    }

    /// A second look at the same ledger, for other threads: reading it never waits for the one that writes.
    public JournalReader reader() {
        return new JournalReader(Database.open(folder.ledger()), codec, writing, stream, genesis, trust);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            letGo();
        } finally {
            writing.unlock();
        }
        mark();
    }
}
