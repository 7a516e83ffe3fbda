package org.countinghouse.app.shell;

import java.util.Optional;
import java.util.function.LongPredicate;
import org.countinghouse.store.Verification;

/// What proves that the ledger is as it was written. Waits for the disk: never call it on the screen thread.
public interface Proof {
    /// The hash of an entry in hexadecimal digits; empty when there is no such entry.
    Optional<String> hash(long sequence);

    /// Goes through every entry, beside whoever is trading.
    ///
    /// @param goOn told now and then how many entries are done; false stops the check
    /// @return what was found; empty when it was stopped
    Optional<Verification> verify(LongPredicate goOn);
}
