package org.countinghouse.store;

import java.time.DateTimeException;
import org.countinghouse.wire.WireException;
import org.jooq.exception.DataAccessException;
import tools.jackson.core.JacksonException;

/// Bits that turned make values no program wrote. Whatever fails over them while a ledger is read is told in words.
final class Damage {
    private Damage() {}

    /// @param fault met while reading a ledger
    /// @return what to throw in its place
    static RuntimeException told(RuntimeException fault) {
        return switch (fault) {
            case DataAccessException _,
                    JacksonException _,
                    WireException _,
                    IllegalArgumentException _,
                    IllegalStateException _,
                    DateTimeException _,
                    ArithmeticException _,
                    NullPointerException _ ->
                new JournalUnavailable(
                        "the ledger cannot be read (" + fault.getMessage()
                                + "): keep its folder as it is and restore a backup",
                        fault);
            default -> fault;
        };
    }
}
