package org.countinghouse.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.shift.ShiftId;

/// What the rules make of a command.
public sealed interface Decision {
    /// These facts are to be written, all in one transaction.
    record Decided(List<Fact> facts, Optional<ShiftId> shift, LocalDate businessDate) implements Decision {
        public Decided {
            facts = List.copyOf(facts);
        }
    }

    /// Nothing is written.
    ///
    /// @param details values for the placeholders of the refusal's text
    record Refused(Refusal why, Map<String, String> details) implements Decision {
        public Refused {
            details = Map.copyOf(details);
        }
    }
}
