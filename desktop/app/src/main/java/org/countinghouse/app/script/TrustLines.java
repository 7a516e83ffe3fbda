package org.countinghouse.app.script;

import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.entry.LedgerAccepted;
import org.countinghouse.store.Verification.Broken;
import tools.jackson.databind.node.ObjectNode;

/// Whether the ledger is the one the station left behind, as a script reads and accepts it.
final class TrustLines {
    private TrustLines() {}

    static ObjectNode told(Optional<Broken> doubt) {
        var reply = Replies.ok().put("trusted", doubt.isEmpty());
        doubt.ifPresent(found -> reply.put("fault", found.fault().word())
                .put("sequence", found.sequence())
                .put("found", found.found())
                .put("expected", found.expected()));
        return reply;
    }

    /// What a manager accepts: what the desk found. Without a doubt the desk refuses it.
    static LedgerAccepted acceptance(Optional<Broken> doubt, String note) {
        return doubt.map(found -> new LedgerAccepted(
                        found.fault().word(), found.sequence(), found.found(), found.expected(), note))
                .orElseGet(() -> new LedgerAccepted("", 0, "", "", note));
    }

    static Map<String, String> details(Broken broken) {
        return Map.of(
                "sequence", Long.toString(broken.sequence()), "found", broken.found(), "expected", broken.expected());
    }
}
