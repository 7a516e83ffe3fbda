package org.countinghouse.store.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.wire.Hash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds entries by parts of their words. It is a file of its own beside the ledger and holds nothing the entries do
/// not say: it follows them when asked to, never in the way of one that is being written, and whatever is wrong with
/// it, it is thrown away and made anew (`decisions/0005`). Safe for several threads.
public final class SearchIndex implements AutoCloseable {
    /// What is found, the newest first.
    ///
    /// @param whole whether all entries were looked through; not while the index is behind
    public record Found(List<Long> sequences, boolean whole) {}

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final String FILE = "search.db";

    /// So many entries are read and written together: others who read the ledger wait no longer than that.
    private static final int PAGE = 500;

    /// So many that are missing are looked up while somebody waits, which takes them a few hundredths of a second.
    private static final int WHILE_SOMEBODY_WAITS = 1_000;

    private final Path file;
    private final JournalReader reader;
    private final Wording wording;
    private final UnaryOperator<String> fold;
    private final int whileSomebodyWaits;
    private final ReentrantLock following = new ReentrantLock();
    private final Object opening = new Object();
    private @Nullable SearchFile open;
    private boolean closed;

    /// @param folder the station's data folder
    public SearchIndex(Path folder, JournalReader reader, Wording wording) {
        this(folder, reader, wording, Fold::text, WHILE_SOMEBODY_WAITS);
    }

    SearchIndex(
            Path folder, JournalReader reader, Wording wording, UnaryOperator<String> fold, int whileSomebodyWaits) {
        this.file = folder.resolve(FILE);
        this.reader = reader;
        this.wording = wording;
        this.fold = fold;
        this.whileSomebodyWaits = whileSomebodyWaits;
    }

    /// Takes in all entries that are missing. Minutes for a ledger of years the first time, nothing after that.
    public void follow() {
        following.lock();
        try {
            boolean more = true;
            while (more) {
                more = !isClosed() && more();
            }
        } finally {
            following.unlock();
        }
    }

    /// The same on another thread. What fails is in the log, and is tried again by the next search.
    public void follow(Executor worker) {
        worker.execute(() -> {
            try {
                follow();
            } catch (JournalUnavailable e) {
                LOG.warn("the index of the entries stays behind: {}", e.getMessage());
            }
        });
    }

    private boolean more() {
        try {
            return again(this::page);
        } catch (JournalUnavailable e) {
            if (isClosed()) {
                return false;
            }
            throw e;
        }
    }

    /// Looks through what is taken in; a few missing entries are taken in before.
    ///
    /// @throws JournalUnavailable when the index can be neither read nor made anew
    public Found find(Wanted wanted) {
        boolean near = isNear();
        if (near) {
            follow();
        }
        return new Found(again(() -> file().find(wanted)), near);
    }

    private boolean isNear() {
        return reader.lastSequence() - again(() -> file().reached().sequence()) <= whileSomebodyWaits;
    }

    /// @return whether there may be more
    private boolean page() throws SQLException {
        SearchFile now = file();
        var entries = reader.entries(now.reached().sequence(), PAGE);
        if (entries.isEmpty()) {
            return false;
        }
        Entry last = entries.getLast();
        String hash = hash(last.sequence());
        now.add(
                entries,
                entry -> wording.of(entry).map(found -> new Findable(found.kind(), fold.apply(found.words()))),
                new SearchFile.Reached(last.sequence(), hash));
        return entries.size() == PAGE;
    }

    private String hash(long sequence) {
        return reader.hash(sequence)
                .map(Hash::bytes)
                .map(HexFormat.of()::formatHex)
                .orElse("");
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    /// What cannot be read is made anew, once.
    private <T> T again(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException first) {
            if (isClosed()) {
                throw new JournalUnavailable("the station is being closed", first);
            }
            LOG.warn("the index of the entries is made anew: {}", first.getMessage());
            try {
                discard();
                return work.run();
            } catch (SQLException second) {
                throw new JournalUnavailable(
                        "the index of the entries can be neither read nor written (" + second.getMessage()
                                + "): the ledger is not touched by it; free the disk or restart the station",
                        second);
            }
        }
    }

    private SearchFile file() throws SQLException {
        synchronized (opening) {
            if (closed) {
                throw new SQLException("closed");
            }
            SearchFile now = open;
            if (now == null) {
                now = opened();
                open = now;
            }
            return now;
        }
    }

    /// An index of other words, or of a ledger that went another way since, tells of entries that are not there.
    private SearchFile opened() throws SQLException {
        var found = SearchFile.open(file, wording.version());
        var reached = found.reached();
        if (reached.sequence() == 0 || hash(reached.sequence()).equals(reached.hash())) {
            return found;
        }
        found.close();
        remove();
        return SearchFile.open(file, wording.version());
    }

    private void discard() throws SQLException {
        synchronized (opening) {
            if (open != null) {
                open.close();
                open = null;
            }
            remove();
        }
    }

    private void remove() throws SQLException {
        try {
            for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(file.resolveSibling(FILE + suffix));
            }
        } catch (IOException e) {
            throw new SQLException("cannot remove " + file + ": " + e.getMessage(), e);
        }
    }

    private boolean isClosed() {
        synchronized (opening) {
            return closed;
        }
    }

    @Override
    public void close() {
        synchronized (opening) {
            closed = true;
        }
        following.lock();
        try {
            synchronized (opening) {
                if (open != null) {
                    open.close();
                    open = null;
                }
            }
        } finally {
            following.unlock();
        }
    }
}
