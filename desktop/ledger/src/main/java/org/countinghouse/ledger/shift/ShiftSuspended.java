package org.countinghouse.ledger.shift;

import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.till.TillId;

/// A shift rests: its cash stays in the till, and nothing moves until it is resumed.
public record ShiftSuspended(ShiftId shift, String reason) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }
}
