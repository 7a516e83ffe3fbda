package org.countinghouse.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.shift.ShiftId;

/// Facts on their way into the journal, all in one transaction.
///
/// @param ids one UUIDv7 for each fact, made before the first attempt
public record Draft(
        List<Fact> facts,
        List<UUID> ids,
        Instant recordedAt,
        LocalDate businessDate,
        Optional<ShiftId> shift,
        String actor,
        Optional<String> approver) {
    public Draft {
        // To what an envelope holds: the books must not know more than the entries.
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
        facts = List.copyOf(facts);
        ids = List.copyOf(ids);
        if (facts.size() != ids.size()) {
            throw new IllegalArgumentException(facts.size() + " facts cannot have " + ids.size() + " ids");
        }
    }
}
