package org.countinghouse.app.verify;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.Proof;
import org.countinghouse.store.JournalReader;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verifier;
import org.countinghouse.wire.Hash;

/// The proof of a station's own ledger.
public final class LedgerProof implements Proof {
    private final Path folder;
    private final JournalReader reader;

    /// @param folder the station's data folder
    public LedgerProof(Path folder, JournalReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    @Override
    public Optional<String> hash(long sequence) {
        return reader.hash(sequence).map(Hash::hex);
    }

    @Override
    public Optional<Verification> verify(LongPredicate goOn) {
        try {
            return Optional.of(new Verifier(folder, CurrencyBook.load(), done -> {
                        if (!goOn.test(done)) {
                            throw new Stopped();
                        }
                    })
                    .verify());
        } catch (Stopped _) {
            return Optional.empty();
        }
    }

    /// The only way out of the middle of a check.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
