package org.countinghouse.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The one place that opens the ledger's file. Every connection is set to write-ahead logging with full
/// synchronisation, and is asked whether it took that.
final class Database implements AutoCloseable {
    /// The migrations, in order; their number is the schema's version.
    private static final List<String> MIGRATIONS = List.of("V001__journal.sql", "V002__trade.sql", "V003__people.sql");

    /// The schema's version this program knows.
    static final int VERSION = MIGRATIONS.size();

    /// A sale changes a handful of pages, and each is written to the log whole: small pages make a sale cheaper.
    private static final int PAGE_BYTES = 2_048;

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    private static final int FULL = 2;

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

    /// Opens the ledger, making and migrating it as needed.
    ///
    /// @throws JournalUnavailable when the file is damaged, newer than this program, or cannot be written
    static Database open(Path ledger) {
        refuseDamage(ledger);
        return connect(ledger, true);
    }

    /// Opens an existing ledger to look at it; nothing can be written through it.
    static Database openToRead(Path ledger) {
        if (!Files.exists(ledger)) {
            throw new JournalUnavailable("there is no ledger at " + ledger);
        }
        refuseDamage(ledger);
        return connect(ledger, false);
    }

    private static Database connect(Path ledger, boolean toWrite) {
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
            configure(connection, toWrite);
            return new Database(connection);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw new JournalUnavailable("cannot open the ledger " + ledger + ": " + e.getMessage(), e);
        } catch (JournalUnavailable e) {
            closeQuietly(connection);
            throw e;
        }
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
            if (empty && Files.exists(beside(ledger, "-wal"))) {
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

    private static void configure(Connection connection, boolean toWrite) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + BUSY_TIMEOUT_MILLIS);
            statement.execute("PRAGMA page_size = " + PAGE_BYTES);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA foreign_keys = ON");
        }
        String mode = pragma(connection, "journal_mode").toLowerCase(Locale.ROOT);
        String synchronous = pragma(connection, "synchronous");
        if (!mode.equals("wal") || Integer.parseInt(synchronous) != FULL) {
            throw new JournalUnavailable("the ledger runs with journal_mode=" + mode + " and synchronous=" + synchronous
                    + ", which can lose entries; it must be wal and " + FULL
                    + ". Put the data folder on a local disk");
        }
        migrate(connection, toWrite);
        if (!toWrite) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
        }
    }

    private static void migrate(Connection connection, boolean toWrite) throws SQLException {
        int version = Integer.parseInt(pragma(connection, "user_version"));
        if (version > MIGRATIONS.size()) {
            throw new JournalUnavailable("the ledger is of version " + version + ", this program knows up to "
                    + MIGRATIONS.size() + ": update Countinghouse; nothing was changed");
        }
        if (version == MIGRATIONS.size()) {
            return;
        }
        if (!toWrite) {
            throw new JournalUnavailable("the ledger is of version " + version + ": start the station once to bring it"
                    + " to version " + MIGRATIONS.size());
        }
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (String migration : MIGRATIONS.subList(version, MIGRATIONS.size())) {
                statement.executeUpdate(script(migration));
            }
            statement.execute("PRAGMA user_version = " + MIGRATIONS.size());
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String script(String name) {
        try (var in = Database.class.getResourceAsStream("db/" + name)) {
            if (in == null) {
                throw new JournalUnavailable("the program lacks its migration " + name + ": install it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new JournalUnavailable("cannot read the migration " + name, e);
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
