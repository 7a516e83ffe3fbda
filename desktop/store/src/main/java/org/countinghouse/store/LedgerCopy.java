package org.countinghouse.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.countinghouse.wire.Head;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A copy of a ledger, made by SQLite itself while the station sells, and believed only once it was proven.
final class LedgerCopy {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerCopy.class);

    /// Ten years of a busy shop copy in well under a minute.
    static final Duration LONGEST = Duration.ofMinutes(10);

    private LedgerCopy() {}

    /// Copies the ledger under a draft's name, puts it on the disk, proves it, and only then gives it its name.
    ///
    /// @param database a connection of its own, with nothing else under way
    /// @return how far the copy reaches
    /// @throws JournalUnavailable when there is no proven copy now
    static Head make(Database database, Path copy, TimeLimit limit) {
        Path draft = Durable.draft(copy);
        try {
            Durable.makeFolderOf(copy);
            Files.deleteIfExists(draft);
            try (var statement = database.connection().createStatement()) {
                limit.run(statement, "VACUUM INTO '" + draft.toString().replace("'", "''") + "'");
            }
            Durable.sync(draft);
            Head head = prove(draft, limit);
            Durable.move(draft, copy);
            return head;
        } catch (JournalUnavailable e) {
            discard(draft);
            throw e;
        } catch (IOException | SQLException e) {
            discard(draft);
            limit.check();
            throw new JournalUnavailable("cannot copy the ledger to " + copy + ": " + e.getMessage(), e);
        }
    }

    /// What was not proven is no copy, and takes no room.
    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            LOG.warn("what is left of a copy cannot be removed: {}", draft, e);
        }
    }

    /// Looks through the whole file and follows its chain from the first entry to the last, past what a manager
    /// accepted.
    ///
    /// @return how far it reaches
    /// @throws JournalUnavailable saying what is wrong with it
    static Head prove(Path copy, TimeLimit limit) {
        try (var database = Database.openCopy(copy);
                var statement = database.connection().createStatement()) {
            String integrity = limit.ask(statement, "PRAGMA integrity_check(1)");
            if (!integrity.equals("ok")) {
                throw new JournalUnavailable(copy + " is damaged: " + integrity);
            }
            Identity identity = Identity.read(database)
                    .orElseThrow(() -> new JournalUnavailable(copy + " holds no ledger that was ever begun"));
            var chain = new ChainCheck(database, new Head(0, identity.genesis()), limit::check);
            chain.run(fault -> Accepted.in(database).contains(fault.expected())).ifPresent(fault -> {
                throw new JournalUnavailable(copy + " is broken at entry " + fault.sequence() + ": found "
                        + fault.found() + ", expected " + fault.expected());
            });
            return chain.reached();
        } catch (SQLException | DataAccessException e) {
            throw new JournalUnavailable(copy + " cannot be read as a ledger: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw Damage.told(e);
        }
    }

    /// The ledger as it is before its schema changes, kept among the backups for good.
    static void beforeMigration(Database database, Path ledger, int version) {
        Path folder = Backups.folderBeside(ledger);
        int attempt = 1;
        Path copy = folder.resolve("before-v" + (version + 1) + ".db");
        while (Files.exists(copy)) {
            attempt++;
            copy = folder.resolve("before-v" + (version + 1) + "-" + attempt + ".db");
        }
        make(database, copy, new TimeLimit(LONGEST));
    }
}
