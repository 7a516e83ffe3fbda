package org.countinghouse.ledger.shift;

import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.till.TillId;

/// A suspended shift goes on.
public record ShiftResumed(ShiftId shift) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }
}
