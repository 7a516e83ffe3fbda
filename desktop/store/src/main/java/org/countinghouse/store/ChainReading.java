package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.store.Verification.Broken;
import org.countinghouse.store.Verification.Fault;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Hash;
import org.jspecify.annotations.Nullable;

/// Reads the entries in their order and checks how each hangs on the one before, on a thread of its own: what they
/// say is added up meanwhile by who takes the pages. Whenever it is far enough ahead it takes work off the other's
/// hands, and reads what the entries say too.
final class ChainReading implements AutoCloseable {
    private static final int ENTRIES_IN_A_PAGE = 64;
    private static final int PAGES_WAITING = 8;

    /// A disk that takes longer than this for a page is a broken disk; so is whoever does not take one.
    static final long PAGE_LIMIT_SECONDS = 60;

    private final Database database;
    private final GivenTable given;
    private final Function<byte[], Optional<Entry>> reader;
    private final BlockingDeque<EntryPage> pages = new LinkedBlockingDeque<>(PAGES_WAITING);
    private final Thread thread;
    private Hash previous;
    private long sequence;
    private Optional<Broken> fault = Optional.empty();
    private @Nullable Exception failure;
    private volatile boolean unwanted;

    /// @param database used by this thread alone until the last page was taken
    /// @param given read beside the entries, row by row
    /// @param reader what a body says; empty when it takes a longer look. Called by both threads
    ChainReading(Database database, Hash genesis, GivenTable given, Function<byte[], Optional<Entry>> reader) {
        this.database = database;
        this.given = given;
        this.reader = reader;
        this.previous = genesis;
        this.thread = Thread.ofPlatform().name("verify-chain").daemon().start(this::run);
    }

    /// The next page. After the last one, [#fault()] can be asked.
    EntryPage next() {
        try {
            EntryPage page = pages.poll(PAGE_LIMIT_SECONDS, TimeUnit.SECONDS);
            if (page == null) {
                throw new JournalUnavailable("the disk has not answered for " + PAGE_LIMIT_SECONDS + " seconds");
            }
            if (page.isLast() && failure != null) {
                throw new JournalUnavailable("cannot read the ledger: " + failure.getMessage(), failure);
            }
            return page;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailable("interrupted while the ledger was read", e);
        }
    }

    /// What is wrong with the entry after the last page; empty when the ledger ends there.
    Optional<Broken> fault() {
        return fault;
    }

    private void run() {
        var page = new ArrayList<EntryPage.Hung>(ENTRIES_IN_A_PAGE);
        try (var entries = new KeptStatement(
                        database,
                        database.jooq()
                                .select(ENTRY.SEQUENCE, ENTRY.HASH, ENTRY.BODY)
                                .from(ENTRY)
                                .orderBy(ENTRY.SEQUENCE));
                var rows = entries.rows()) {
            while (!unwanted && fault.isEmpty() && rows.next()) {
                fault = step(rows, page);
                given.readOne();
                if (page.size() == ENTRIES_IN_A_PAGE) {
                    hand(new EntryPage(page, false, reader));
                    page = new ArrayList<>(ENTRIES_IN_A_PAGE);
                }
            }
            boolean more = true;
            while (!unwanted && fault.isEmpty() && more) {
                more = given.readOne();
            }
        } catch (SQLException | RuntimeException e) {
            failure = e;
        }
        hand(new EntryPage(page, true, reader));
    }

    private Optional<Broken> step(ResultSet row, List<EntryPage.Hung> page) throws SQLException {
        long found = row.getLong(1);
        if (found != sequence + 1) {
            return Optional.of(new Broken(sequence + 1, Fault.GAP, "entry " + found, "entry " + (sequence + 1)));
        }
        byte[] body = row.getBytes(3);
        Hash stored = Hash.of(row.getBytes(2));
        Hash expected = Chain.hash(previous, body);
        if (!stored.equals(expected)) {
            return Optional.of(new Broken(found, Fault.HASH, stored.hex(), expected.hex()));
        }
        sequence = found;
        previous = expected;
        page.add(new EntryPage.Hung(body, expected));
        return Optional.empty();
    }

    private void hand(EntryPage page) {
        try {
            boolean taken = pages.offer(page);
            while (!taken && !unwanted) {
                boolean helped = page.read() || readOneThatWaits();
                taken = helped ? pages.offer(page) : pages.offer(page, 1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// From the end: the next one is wanted now, and who wants it is as fast alone.
    private boolean readOneThatWaits() {
        for (var waiting = pages.descendingIterator(); waiting.hasNext(); ) {
            if (waiting.next().read()) {
                return true;
            }
        }
        return false;
    }

    /// Returns once the thread has let go of the database.
    @Override
    public void close() {
        unwanted = true;
        pages.clear();
        try {
            if (!thread.join(Duration.ofSeconds(PAGE_LIMIT_SECONDS))) {
                throw new JournalUnavailable("the disk has not answered for " + PAGE_LIMIT_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailable("interrupted while the ledger was read", e);
        }
    }
}
