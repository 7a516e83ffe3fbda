package org.countinghouse.ledger.till;

import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;

/// The drawer's sense wire told what nobody at the station asked for. What the station opens has
/// entries of its own.
public record DrawerSeen(TillId at, What what) implements Fact {
    public enum What {
        /// Without a pulse of ours: by its key, by force, or by another program.
        OPENED_BY_KEY,
        /// It was open when it was first looked at.
        FOUND_OPEN,
        /// It stayed open longer than the shop wants.
        LEFT_OPEN
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }
}
