package org.countinghouse.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The one place that opens the ledger's file. Every connection is set to write-ahead logging with full
/// synchronisation, and is asked whether it took that.
final class Database implements AutoCloseable {
    /// The migrations, in order; their number is the schema's version.
    static final Migrations MIGRATIONS = Migrations.shipped(List.of(
            "V001__journal.sql", "V002__trade.sql", "V003__people.sql", "V004__settling.sql", "V005__counts.sql"));

    /// What SQLite takes by itself, as do most file systems. A ledger keeps the size it was made with.
    private static final int PAGE_BYTES = 4_096;

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    private static final int FULL = 2;

    private static final Properties SETTINGS = settings();

    private final Connection connection;
    private final DSLContext jooq;

    private Database(Connection connection) {
        this.connection = connection;
        this.jooq = DSL.using(
                connection,
                SQLDialect.SQLITE,
                new Settings()
                        .withExecuteLogging(false)
                        .withRenderSchema(false)
                        .withRenderFormatted(false)
                        .withFetchWarnings(false));
    }

    /// Makes a ledger under a draft's name and gives it its own once it is whole and on the disk. What a fault
    /// leaves of it is thrown away by the next try.
    static void make(Path ledger) {
        refuseDamage(ledger);
        Path draft = Durable.draft(ledger);
        try {
            for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
                Files.deleteIfExists(beside(draft, suffix));
            }
            open(draft).close();
            if (Files.exists(beside(draft, "-wal"))) {
                throw new IOException("the log could not be written back");
            }
            Durable.sync(draft);
            Durable.move(draft, ledger);
        } catch (IOException e) {
            throw new JournalUnavailable("cannot make the ledger " + ledger + ": " + e.getMessage(), e);
        }
    }

    /// Opens the ledger, making and migrating it as needed.
    ///
    /// @throws JournalUnavailable when the file is damaged, newer than this program, or cannot be written
    static Database open(Path ledger) {
        return open(ledger, MIGRATIONS);
    }

    static Database open(Path ledger, Migrations migrations) {
        refuseDamage(ledger);
        return connect(ledger, migrations, true);
    }

    /// Opens an existing ledger to look at it; nothing can be written through it.
    static Database openToRead(Path ledger) {
        if (!Files.exists(ledger)) {
            throw new JournalUnavailable("there is no ledger at " + ledger);
        }
        refuseDamage(ledger);
        return connect(ledger, MIGRATIONS, false);
    }

    /// Opens a copy that lies by itself, as a backup does. Nothing of it is changed, not even how it keeps
    /// its journal.
    static Database openCopy(Path copy) {
        if (!Files.exists(copy)) {
            throw new JournalUnavailable("there is no file " + copy);
        }
        var settings = new SQLiteConfig();
        settings.setReadOnly(true);
        try {
            return new Database(DriverManager.getConnection("jdbc:sqlite:" + copy, settings.toProperties()));
        } catch (SQLException e) {
            throw new JournalUnavailable("cannot open " + copy + ": " + e.getMessage(), e);
        }
    }

    private static Database connect(Path ledger, Migrations migrations, boolean toWrite) {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + ledger, SETTINGS);
            configure(connection, migrations);
            var database = new Database(connection);
            migrations.bring(database, ledger, toWrite);
            if (!toWrite) {
                database.refuseWrites();
            }
            return database;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw new JournalUnavailable("cannot open the ledger " + ledger + ": " + e.getMessage(), e);
        } catch (JournalUnavailable e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /// The driver asks for the last row's number after every insert, which nobody here wants to know and every sale
    /// would wait for.
    private static Properties settings() {
        var settings = new SQLiteConfig();
        settings.setGetGeneratedKeys(false);
        return settings.toProperties();
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException _) {
            // The fault that made us close it is the one to tell.
        }
    }

    /// SQLite deletes the log beside an empty file, and a rollback journal has no business beside a ledger in WAL
    /// mode: both lose entries, so both are told to a person instead.
    private static void refuseDamage(Path ledger) {
        try {
            boolean empty = Files.exists(ledger) && Files.size(ledger) == 0;
            if ((empty || !Files.exists(ledger)) && Files.exists(beside(ledger, "-wal"))) {
                throw new JournalUnavailable("the ledger " + ledger
                        + " is empty but its log is not: it is damaged. Keep the folder as it is and restore a backup");
            }
            if (Files.exists(beside(ledger, "-journal"))) {
                throw new JournalUnavailable("a rollback journal lies beside the ledger " + ledger
                        + ", which never makes one: the file was opened by another program. Keep the folder as it is"
                        + " and restore a backup");
            }
        } catch (IOException e) {
            throw new JournalUnavailable("cannot look at the ledger " + ledger + ": " + e.getMessage(), e);
        }
    }

    private static Path beside(Path ledger, String suffix) {
        return ledger.resolveSibling(ledger.getFileName() + suffix);
    }

    private static void configure(Connection connection, Migrations migrations) throws SQLException {
        run(connection, "PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
        // Before anything is set: a newer program may keep its file in another way.
        migrations.refuseNewer(version(connection));
        run(connection, "PRAGMA page_size = " + PAGE_BYTES);
        run(connection, "PRAGMA journal_mode = WAL");
        run(connection, "PRAGMA synchronous = FULL");
        run(connection, "PRAGMA foreign_keys = ON");
        String mode = pragma(connection, "journal_mode").toLowerCase(Locale.ROOT);
        String synchronous = pragma(connection, "synchronous");
        if (!mode.equals("wal") || Integer.parseInt(synchronous) != FULL) {
            throw new JournalUnavailable("the ledger runs with journal_mode=" + mode + " and synchronous=" + synchronous
                    + ", which can lose entries; it must be wal and " + FULL
                    + ". Put the data folder on a local disk");
        }
    }

    private void refuseWrites() throws SQLException {
        run(connection, "PRAGMA query_only = ON");
    }

    /// The schema's version: how many migrations made it.
    int version() throws SQLException {
        return version(connection);
    }

    private static int version(Connection connection) throws SQLException {
        return Integer.parseInt(pragma(connection, "user_version"));
    }

    /// Runs a statement, or several.
    void run(String sql) throws SQLException {
        run(connection, sql);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("PRAGMA " + name)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    Connection connection() {
        return connection;
    }

    DSLContext jooq() {
        return jooq;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new JournalUnavailable("cannot close the ledger: " + e.getMessage(), e);
        }
    }
}
