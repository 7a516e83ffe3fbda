package org.countinghouse.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.wire.Batch;
import org.countinghouse.wire.EntryIdentity;
import org.countinghouse.wire.Envelope;
import org.countinghouse.wire.Link;
import org.countinghouse.wire.WireException;
import org.jspecify.annotations.Nullable;

/// An entry at the door. The ledger needs its place and id; the sums need to read it, and may fail to.
///
/// @param envelope null where this version cannot read the body
/// @param unreadable why, in that case
record Arrival(
        Link link,
        long sequence,
        UUID id,
        @Nullable Envelope envelope,
        @Nullable String unreadable) {
    static List<Arrival> all(Batch batch) {
        var arrivals = new ArrayList<Arrival>(batch.links().size());
        for (Link link : batch.links()) {
            arrivals.add(of(link, batch.firstSequence() + arrivals.size()));
        }
        return arrivals;
    }

    private static Arrival of(Link link, long sequence) {
        try {
            var envelope = link.envelope();
            return new Arrival(link, sequence, envelope.id(), envelope, null);
        } catch (WireException e) {
            var id = EntryIdentity.read(link.body()).id();
            return new Arrival(link, sequence, id, null, String.valueOf(e.getMessage()));
        }
    }
}
