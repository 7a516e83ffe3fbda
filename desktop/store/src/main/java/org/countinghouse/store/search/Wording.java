package org.countinghouse.store.search;

import java.util.Optional;
import org.countinghouse.ledger.entry.Entry;

/// Says which entries can be found, and by what.
public interface Wording {
    /// Empty for what nobody looks for. Never tells what a till is expected to hold.
    Optional<Findable> of(Entry entry);

    /// Another text whenever the same entry would get other words, as when an item is renamed: the index is then made
    /// anew.
    String version();
}
