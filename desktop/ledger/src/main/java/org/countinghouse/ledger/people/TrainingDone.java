package org.countinghouse.ledger.people;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.TillId;

/// TRAINING: somebody practised this. It moves no cash and adds to no total; only how often is counted.
///
/// @param what the kind of the fact that was practised, such as `sale-made`
/// @param at the till it was practised at, where it was one
public record TrainingDone(String what, Optional<TillId> at) implements Fact {
    @Override
    public Optional<TillId> till() {
        return at;
    }

    @Override
    public List<Tally> tallies() {
        return List.of(Tally.once(Line.TRAINING));
    }
}
