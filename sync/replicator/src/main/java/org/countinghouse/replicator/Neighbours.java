package org.countinghouse.replicator;

import java.util.List;
import java.util.Optional;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.Stream;

/// What the tenant's other stations did, as this station keeps it.
public interface Neighbours {
    /// How far the centre's order was read; empty before the first page.
    Optional<Mark> mark();

    /// How far one neighbour's stream was kept; empty before its first entry.
    Optional<Head> neighbour(Stream stream);

    /// Keeps the entries and the mark in one transaction: both or neither. Every entry continues its stream, each comes
    /// once,
    /// in the centre's order. The list may be empty. The mark goes backwards when the centre was restored.
    void keep(List<Link> entries, Mark mark);

    /// A place in the centre's order, with the hash of the entry that stands there, by which a restored centre is
    /// noticed.
    record Mark(long position, Hash hash) {}
}
