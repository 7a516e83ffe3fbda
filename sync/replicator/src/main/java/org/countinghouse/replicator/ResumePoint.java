package org.countinghouse.replicator;

import java.util.Optional;
import org.countinghouse.wire.Head;
import org.countinghouse.wire.Stream;

/// How far the centre has acknowledged, as the station remembers it. The centre remembers too; the two are compared at
/// the start of every session, so a lost or stale resume point costs a question and never an entry.
public interface ResumePoint {
    /// The last acknowledged entry; empty before the first acknowledgement.
    Optional<Head> acknowledged(Stream stream);

    /// Durable when it returns. Goes backwards when the centre was restored from an older copy.
    void acknowledge(Stream stream, Head head);
}
