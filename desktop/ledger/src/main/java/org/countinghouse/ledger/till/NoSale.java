package org.countinghouse.ledger.till;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;

/// The drawer was opened without a sale.
///
/// @param note what the reason alone does not say
public record NoSale(TillId at, String reason, Optional<String> note) implements Fact {
    public NoSale(TillId at, String reason) {
        this(at, reason, Optional.empty());
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Tally> tallies() {
        return List.of(Tally.once(Line.NO_SALE));
    }
}
