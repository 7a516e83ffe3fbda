package org.countinghouse.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.entry.Entry;

/// Where entries are kept, and what they add up to. Belongs to whoever has the desk.
public interface EntryStore extends History {
    /// Writes the facts, all or none, and returns once they are durable.
    ///
    /// @throws EntryGivenBefore when the first id was written before; nothing is written now
    List<Entry> append(Draft draft);

    /// The books as of the last entry.
    Books books();

    /// Whether an entry has this id.
    boolean contains(UUID id);

    /// When the last entry was recorded; empty before the first.
    Optional<Instant> lastRecordedAt();
}
