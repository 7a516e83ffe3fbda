package org.countinghouse.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Stream;

/// That a backup is whole: its file, its chain, and that its read tables are what its entries add up to. Nothing is
/// written, neither to the backup nor beside it.
///
/// @param stream whose ledger it is
/// @param head how far it reaches
public record BackupProof(Stream stream, Head head) {
    /// @param goOn told now and then how many entries are proven; false stops it
    /// @throws JournalUnavailable saying what is wrong with the file
    public static BackupProof of(Path file, Function<String, Currency> currencies, LongPredicate goOn) {
        if (!Files.isRegularFile(file)) {
            throw new JournalUnavailable("there is no backup " + file);
        }
        var limit = new TimeLimit(LedgerCopy.LONGEST, goOn);
        Head head = LedgerCopy.prove(file, limit);
        var found = Verifier.ofCopy(file, currencies).verify();
        limit.check();
        try (var database = Database.openCopy(file)) {
            boolean whole = found instanceof Verification.Whole
                    || found instanceof Verification.Broken broken
                            && Accepted.in(database).contains(broken.expected());
            if (!whole) {
                throw new JournalUnavailable(file + " does not prove to be whole: " + found);
            }
            return new BackupProof(Identity.read(database).orElseThrow().stream(), head);
        }
    }
}
