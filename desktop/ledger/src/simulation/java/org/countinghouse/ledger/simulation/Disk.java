package org.countinghouse.ledger.simulation;

import java.util.List;
import org.countinghouse.ledger.EntryStore;
import org.countinghouse.ledger.entry.Entry;

/// Where a schedule's entries survive a crash.
public interface Disk {
    /// The store as it comes up after a start: what was in memory only is gone.
    EntryStore start();

    /// Everything that is durable, in order.
    List<Entry> entries();

    /// What is wrong with what is durable, by the storage's own tests; empty when nothing is.
    String damage();
}
