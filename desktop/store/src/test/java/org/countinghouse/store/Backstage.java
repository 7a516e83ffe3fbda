package org.countinghouse.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/// What the suites about faults do behind the ledger's back.
public final class Backstage {
    private Backstage() {}

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

    /// The same ledger as the first version made it.
    public static void downgrade(Path from, Path to) throws IOException {
        try {
            OldLedgerTest.downgrade(from, to);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How far a backup reaches.
    ///
    /// @throws JournalUnavailable when it does not prove to be whole
    public static long proven(Path copy) {
        return LedgerCopy.prove(copy, new TimeLimit(Duration.ofMinutes(1))).sequence();
    }
}
