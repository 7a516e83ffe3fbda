package org.countinghouse.ledger.shift;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.Declared;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.till.TillId;

/// Somebody ceased to answer for a till. A shift is closed once and never opened again.
///
/// @param counts expected and counted cash, one per currency
/// @param declared the other tenders that were added up
/// @param reason why the till was over or short, where one was asked
/// @param note what the reason alone does not say
public record ShiftClosed(
        ShiftId shift,
        List<Counted> counts,
        Optional<List<Declared>> declared,
        Optional<String> reason,
        Optional<String> note)
        implements Fact {
    public ShiftClosed {
        counts = List.copyOf(counts);
    }

    public ShiftClosed(ShiftId shift, List<Counted> counts) {
        this(shift, counts, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }
}
