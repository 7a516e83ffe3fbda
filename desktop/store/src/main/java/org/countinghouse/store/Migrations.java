package org.countinghouse.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/// The way a ledger's schema has come. Forward only, all that is missing in one transaction, and never without a
/// proven copy of the ledger as it was.
///
/// @param names in order; their number is the schema's version
/// @param scripts the statements of a migration, by its name
record Migrations(List<String> names, UnaryOperator<String> scripts) {
    Migrations {
        names = List.copyOf(names);
    }

    /// Migrations that came with the program.
    static Migrations shipped(List<String> names) {
        return new Migrations(names, Migrations::script);
    }

    private static String script(String name) {
        try (var in = Migrations.class.getResourceAsStream("db/" + name)) {
            if (in == null) {
                throw new JournalUnavailable("the program lacks its migration " + name + ": install it again");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new JournalUnavailable("cannot read the migration " + name, e);
        }
    }

    /// @throws JournalUnavailable when a newer program wrote the ledger
    void refuseNewer(int version) {
        if (version > names.size()) {
            throw new JournalUnavailable("the ledger is of version " + version + ", this program knows up to "
                    + names.size() + ": update Countinghouse; nothing was changed");
        }
    }

    /// Brings a ledger to the newest version. When that fails the ledger is as it was, and the copy stays.
    void bring(Database database, Path ledger, boolean toWrite) throws SQLException {
        int version = database.version();
        if (version == names.size()) {
            return;
        }
        if (!toWrite) {
            throw new JournalUnavailable("the ledger is of version " + version
                    + ": start the station once to bring it to version " + names.size());
        }
        if (version > 0) {
            LedgerCopy.beforeMigration(database, ledger, version);
        }
        database.run("BEGIN IMMEDIATE");
        try {
            for (String name : names.subList(version, names.size())) {
                database.run(scripts.apply(name));
            }
            database.run("PRAGMA user_version = " + names.size());
            database.run("COMMIT");
        } catch (SQLException e) {
            rollBack(database);
            throw new JournalUnavailable(
                    "the ledger could not be brought from version " + version + " to " + names.size() + " ("
                            + e.getMessage() + "): it is as it was; go on with the program you had, and call support",
                    e);
        }
    }

    /// Some faults end the transaction by themselves; closing the connection ends what is left of it in any case.
    private static void rollBack(Database database) {
        try {
            database.run("ROLLBACK");
        } catch (SQLException _) {
            // The fault that made us roll back is the one to tell.
        }
    }
}
