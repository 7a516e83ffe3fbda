package org.countinghouse.store.search;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.ledger.entry.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index's file. One connection writes and another reads, so that a search does not wait for a page of entries.
/// In plain SQL: full-text search is SQLite's own.
final class SearchFile {
    /// How far it has come, and the hash there.
    record Reached(long sequence, String hash) {}

    private static final Logger LOG = LoggerFactory.getLogger(SearchFile.class);

    /// Three letters in a row are what it is indexed by (`tokenize = 'trigram'`).
    private static final int INDEXED = 3;

    /// Of what has no three letters in a row only the newest are looked through: somebody looks for what has just
    /// been sold.
    private static final int LOOKED_THROUGH = 20_000;

    private final Connection writing;
    private final Connection reading;
    private Reached reached;

    private SearchFile(Connection writing, Connection reading, Reached reached) {
        this.writing = writing;
        this.reading = reading;
        this.reached = reached;
    }

    /// @param version of the words in it; a file of another one begins anew
    static SearchFile open(Path file, String version) throws SQLException {
        var writing = connect(file);
        try {
            return new SearchFile(writing, connect(file), prepared(writing, version));
        } catch (SQLException e) {
            writing.close();
            throw e;
        }
    }

    /// What a power cut takes of it is taken in once more; what it cannot do is leave half a page.
    private static Connection connect(Path file) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
        }
        return connection;
    }

    private static Reached prepared(Connection writing, String version) throws SQLException {
        try (var statement = writing.createStatement()) {
            statement.executeUpdate("CREATE TABLE IF NOT EXISTS reached (only INTEGER PRIMARY KEY CHECK (only = 1),"
                    + " sequence INTEGER NOT NULL, hash TEXT NOT NULL, version TEXT NOT NULL) STRICT");
            for (var kind : Findable.Kind.values()) {
                statement.executeUpdate("CREATE TABLE IF NOT EXISTS " + table(kind)
                        + " (sequence INTEGER PRIMARY KEY, actor TEXT NOT NULL, words TEXT NOT NULL) STRICT");
                statement.executeUpdate("CREATE VIRTUAL TABLE IF NOT EXISTS " + words(kind) + " USING fts5(words,"
                        + " content = '" + table(kind) + "', content_rowid = 'sequence', columnsize = 0,"
                        + " tokenize = 'trigram case_sensitive 1')");
            }
            try (var rows = statement.executeQuery("SELECT sequence, hash, version FROM reached")) {
                if (rows.next() && rows.getString(3).equals(version)) {
                    return new Reached(rows.getLong(1), rows.getString(2));
                }
            }
        }
        return begun(writing, version);
    }

    private static Reached begun(Connection writing, String version) throws SQLException {
        writing.setAutoCommit(false);
        try (var statement = writing.createStatement();
                var start = writing.prepareStatement("INSERT OR REPLACE INTO reached VALUES (1, 0, '', ?)")) {
            for (var kind : Findable.Kind.values()) {
                statement.executeUpdate("INSERT INTO " + words(kind) + " (" + words(kind) + ") VALUES ('delete-all')");
                statement.executeUpdate("DELETE FROM " + table(kind));
            }
            start.setString(1, version);
            start.executeUpdate();
            writing.commit();
        } finally {
            writing.setAutoCommit(true);
        }
        return new Reached(0, "");
    }

    private static String table(Findable.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Findable.Kind kind) {
        return table(kind) + "_words";
    }

    synchronized Reached reached() {
        return reached;
    }

    /// All or none.
    void add(List<Entry> entries, Function<Entry, Optional<Findable>> wording, Reached next) throws SQLException {
        writing.setAutoCommit(false);
        try (var kept = new Inserts(writing);
                var on = writing.prepareStatement("UPDATE reached SET sequence = ?, hash = ?")) {
            for (Entry entry : entries) {
                var findable = wording.apply(entry);
                if (findable.isPresent()) {
                    kept.add(entry, findable.get());
                }
            }
            on.setLong(1, next.sequence());
            on.setString(2, next.hash());
            on.executeUpdate();
            writing.commit();
        } catch (SQLException e) {
            writing.rollback();
            throw e;
        } finally {
            writing.setAutoCommit(true);
        }
        synchronized (this) {
            reached = next;
        }
    }

    /// Writes each entry twice: its words, and where each three letters of them stand.
    private static final class Inserts implements AutoCloseable {
        private final List<PreparedStatement> tables = new ArrayList<>();
        private final List<PreparedStatement> indexes = new ArrayList<>();

        Inserts(Connection writing) throws SQLException {
            for (var kind : Findable.Kind.values()) {
                tables.add(writing.prepareStatement("INSERT INTO " + table(kind) + " VALUES (?, ?, ?)"));
                indexes.add(writing.prepareStatement("INSERT INTO " + words(kind) + " (rowid, words) VALUES (?, ?)"));
            }
        }

        void add(Entry entry, Findable findable) throws SQLException {
            var table = tables.get(findable.kind().ordinal());
            table.setLong(1, entry.sequence());
            table.setString(2, entry.actor());
            table.setString(3, findable.words());
            table.executeUpdate();
            var index = indexes.get(findable.kind().ordinal());
            index.setLong(1, entry.sequence());
            index.setString(2, findable.words());
            index.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            for (var statement : tables) {
                statement.close();
            }
            for (var statement : indexes) {
                statement.close();
            }
        }
    }

    /// The newest first.
    synchronized List<Long> find(Wanted wanted) throws SQLException {
        var indexed = wanted.terms().stream().filter(SearchFile::isIndexed).toList();
        var others = wanted.terms().stream().filter(term -> !isIndexed(term)).toList();
        var values = new ArrayList<Object>();
        try (var query = reading.prepareStatement(sql(wanted, indexed, others, values))) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            var found = new ArrayList<Long>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            // Asked for once more in SQL, the order would have all that is looked through sorted for the few shown.
            found.sort(Comparator.reverseOrder());
            return found;
        }
    }

    private static boolean isIndexed(String term) {
        return term.codePointCount(0, term.length()) >= INDEXED;
    }

    /// @param values what stands for the question marks, filled here
    private static String sql(Wanted wanted, List<String> indexed, List<String> others, List<Object> values) {
        var sql = new StringBuilder(indexed.isEmpty() ? plain(wanted, values) : matching(wanted, indexed, values));
        if (!others.isEmpty()) {
            sql.insert(0, "SELECT sequence FROM (");
            sql.append(" LIMIT " + LOOKED_THROUGH + ") WHERE ")
                    .append(others.stream().map(_ -> "instr(words, ?) > 0").collect(Collectors.joining(" AND ")));
            values.addAll(others);
        }
        values.add(wanted.limit());
        return sql.append(" LIMIT ?").toString();
    }

    private static String plain(Wanted wanted, List<Object> values) {
        values.add(wanted.after());
        return "SELECT sequence, words FROM " + table(wanted.kind()) + " WHERE sequence > ?" + by(wanted, values)
                + " ORDER BY sequence DESC";
    }

    private static String matching(Wanted wanted, List<String> indexed, List<Object> values) {
        String index = words(wanted.kind());
        values.add(wanted.after());
        values.add(indexed.stream().map(SearchFile::quoted).collect(Collectors.joining(" AND ")));
        return "SELECT d.sequence AS sequence, d.words AS words FROM " + index + " i JOIN " + table(wanted.kind())
                + " d ON d.sequence = i.rowid WHERE i.rowid > ? AND " + index + " MATCH ?" + by(wanted, values)
                + " ORDER BY i.rowid DESC";
    }

    private static String by(Wanted wanted, List<Object> values) {
        wanted.actor().ifPresent(values::add);
        return wanted.actor().isPresent() ? " AND actor = ?" : "";
    }

    /// Each character stands for itself.
    private static String quoted(String term) {
        return '"' + term.replace("\"", "\"\"") + '"';
    }

    void close() {
        for (Connection each : List.of(reading, writing)) {
            try {
                each.close();
            } catch (SQLException e) {
                // It can be made anew.
                LOG.warn("the index of the entries could not be closed: {}", e.getMessage());
            }
        }
    }
}
