package org.countinghouse.ledger.shift;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.till.TillId;

/// Somebody ceased to answer for a till. A shift is closed once and never opened again.
///
/// @param counts expected and counted cash, one per currency
public record ShiftClosed(ShiftId shift, List<Counted> counts) implements Fact {
    public ShiftClosed {
        counts = List.copyOf(counts);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }
}
