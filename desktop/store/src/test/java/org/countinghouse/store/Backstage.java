package org.countinghouse.store;

import java.sql.SQLException;

/// A ledger whose settings were changed behind its back, for the suites about faults.
public final class Weakened {
    private Weakened() {}

    /// Synchronises less than it should: what a suite about lost entries must catch.
    ///
    /// @param synchronous as SQLite names it: `NORMAL`, `OFF`
    public static void weaken(Journal journal, String synchronous) {
        set(journal, "synchronous = " + synchronous);
    }

    /// Writes the log back more often, to meet faults there.
    public static void checkpointEvery(Journal journal, int pages) {
        set(journal, "wal_autocheckpoint = " + pages);
    }

    private static void set(Journal journal, String pragma) {
        try (var statement = journal.database().connection().createStatement()) {
            statement.execute("PRAGMA " + pragma);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
