package org.countinghouse.store;

import static org.countinghouse.store.db.Tables.ENTRY;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.store.Verification.Fault;
import org.countinghouse.wire.Envelope;

/// The faults of a ledger that managers accepted, each named by what was expected in its place. What was accepted of
/// entries stays accepted; a high-water mark that is missing or altered once more is a new matter.
final class Accepted {
    private Accepted() {}

    /// Looks through all entries: only for a ledger something was found in.
    static Set<String> in(Database database) {
        return database
                .jooq()
                .select(ENTRY.BODY)
                .from(ENTRY)
                .where(ENTRY.KIND.eq("ledger-accepted"))
                .fetch(ENTRY.BODY)
                .stream()
                .map(body -> Envelope.read(body).payload())
                .filter(payload -> isOfAnEntry(payload.path("fault").asString()))
                .map(payload -> payload.path("expected").asString())
                .collect(Collectors.toSet());
    }

    static boolean isOfAnEntry(String word) {
        return Stream.of(Fault.values())
                .filter(Fault::isOfAnEntry)
                .anyMatch(fault -> fault.word().equals(word));
    }
}
