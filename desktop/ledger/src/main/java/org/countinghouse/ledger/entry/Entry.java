package org.countinghouse.ledger.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.shift.ShiftId;

/// A fact as it stands in the journal: written once, never changed.
///
/// @param sequence gapless in the station's stream, from 1
/// @param id UUIDv7, made before the first attempt to write it
/// @param actor the employee who did it, or `station`
/// @param approver the second person, where one was asked
public record Entry(
        long sequence,
        UUID id,
        Instant recordedAt,
        LocalDate businessDate,
        Optional<ShiftId> shift,
        String actor,
        Optional<String> approver,
        Fact fact) {
    /// Who acts when no person does.
    public static final String STATION = "station";

    public Entry with(Fact other) {
        return new Entry(sequence, id, recordedAt, businessDate, shift, actor, approver, other);
    }
}
