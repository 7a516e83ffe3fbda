package org.countinghouse.app.shell;

import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Refusal;
import org.countinghouse.store.Verification.Broken;

/// What the desk does while the ledger is not the one the station left behind: it takes a manager's acceptance, lets
/// people sign in so that one can give it (the journal writes none of that down), and refuses the rest.
final class Doubted {
    private Doubted() {}

    static boolean refuses(Command command, Optional<Broken> doubt) {
        return switch (command) {
            case Command.AcceptLedger _ -> doubt.isEmpty();
            case Command.SignIn _, Command.RefuseSignIn _, Command.SignOut _ -> false;
            default -> doubt.isPresent();
        };
    }

    static Answer refusal(Optional<Broken> doubt) {
        return doubt.<Answer>map(found -> new Answer.Refused(
                        Refusal.LEDGER_NOT_TRUSTED,
                        Map.of(
                                "sequence",
                                Long.toString(found.sequence()),
                                "found",
                                found.found(),
                                "expected",
                                found.expected())))
                .orElseGet(() -> new Answer.Refused(Refusal.NOTHING_TO_ACCEPT, Map.of()));
    }
}
