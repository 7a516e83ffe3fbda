package org.countinghouse.ledger;

import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.entry.Entry;

/// What comes of an order.
public sealed interface Answer {
    /// The entries stand in the journal and on the disk.
    ///
    /// @param repeated the order was given before; these are the entries it led to then
    record Done(List<Entry> entries, boolean repeated) implements Answer {
        public Done {
            entries = List.copyOf(entries);
        }
    }

    /// Nothing was written. The text is `refused.<code>`, with these details.
    record Refused(Refusal why, Map<String, String> details) implements Answer {
        public Refused {
            details = Map.copyOf(details);
        }
    }

    /// The journal cannot be written: nothing may be sold until it can.
    record NotRecording(String reason) implements Answer {}
}
