package org.countinghouse.device.money;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where intents are written down before they are acted on. The desktop backs it with the ledger, other
/// software with [FileIntentJournal].
public interface IntentJournal {
    /// Writes an intent and its first step, [IntentState#PLANNED]. It is on disk when this returns.
    ///
    /// @param machine the name of the machine
    /// @throws Unavailable when it could not be written; it may be there all the same
    void plan(String machine, Intent intent);

    /// Writes a further step. It is on disk when this returns. A step that equals the last one written
    /// is there already and not written again.
    ///
    /// @throws Unavailable when it could not be written; it may be there all the same
    void keep(String machine, Step step);

    /// What is not settled at this machine, oldest first.
    List<IntentRecord> open(String machine);

    Optional<IntentRecord> find(UUID intent);

    /// The journal cannot be written: disk full, disk gone, somebody else has it.
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unavailable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
