package org.countinghouse.replicator;

import java.util.List;
import java.util.Optional;
import org.countinghouse.wire.Hash;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.Stream;

/// The station's journal, as the replicator reads it: only what is durably committed, and never written to. It is
/// called
/// from the replicator's own thread and must not wait for the writer.
public interface Outbox {
    /// The last entry's sequence and hash; sequence 0 with the genesis hash where there is none.
    Head head(Stream stream);

    /// The entries behind `sequence`, in order, verbatim, at most `limit`; empty when there are none.
    List<Link> after(Stream stream, long sequence, int limit);

    /// The hash of one entry; empty where the journal has no such entry. The sequence counts from 1.
    Optional<Hash> hashAt(Stream stream, long sequence);
}
