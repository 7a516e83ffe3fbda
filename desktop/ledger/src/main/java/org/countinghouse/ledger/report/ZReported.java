package org.countinghouse.ledger.report;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillId;

/// The figures that ended a period, frozen. A reprint shows these and computes nothing.
///
/// @param number gapless per till, from 1, never given to an unused period
/// @param shifts the shifts the period consists of
/// @param firstSequence the first entry of the period
/// @param lastSequence the last entry of the period, the one before this
/// @param counts expected and counted cash of the last shift, one per currency
/// @param grandTotals one per currency, perpetual
/// @param seal what binds it to the ledger; the store adds it
public record ZReported(
        TillId at,
        long number,
        List<ShiftId> shifts,
        long firstSequence,
        long lastSequence,
        List<Tally> figures,
        List<Counted> counts,
        List<GrandTotal> grandTotals,
        Optional<ZSeal> seal)
        implements Fact {
    public ZReported {
        shifts = List.copyOf(shifts);
        figures = List.copyOf(figures);
        counts = List.copyOf(counts);
        grandTotals = List.copyOf(grandTotals);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    public ZReported sealed(Optional<ZSeal> by) {
        return new ZReported(at, number, shifts, firstSequence, lastSequence, figures, counts, grandTotals, by);
    }
}
