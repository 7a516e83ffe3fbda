package org.countinghouse.ledger.report;

import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.till.TillId;

/// Somebody read the figures so far. It changes nothing but its own counter.
///
/// @param number gapless per till, from 1
public record XReported(TillId at, long number) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }
}
