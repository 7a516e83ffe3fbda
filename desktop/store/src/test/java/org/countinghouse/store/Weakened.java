package org.countinghouse.store;

import java.sql.SQLException;

/// A ledger that is not synchronised as it should be: what a suite about lost entries must catch.
public final class Weakened {
    private Weakened() {}

    /// @param synchronous as SQLite names it: `NORMAL`, `OFF`
    public static void weaken(Journal journal, String synchronous) {
        try (var statement = journal.database().connection().createStatement()) {
            statement.execute("PRAGMA synchronous = " + synchronous);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
