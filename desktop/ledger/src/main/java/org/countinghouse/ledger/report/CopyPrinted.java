package org.countinghouse.ledger.report;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.till.TillId;

/// A Z report was printed again, as the frozen document and marked as a copy.
///
/// @param number the Z report's number
/// @param copy the how-manieth copy of any Z report of this till
public record CopyPrinted(TillId at, long number, long copy) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Tally> tallies() {
        return List.of(Tally.once(Line.COPIES));
    }
}
