package org.countinghouse.app.shell;

import java.util.Optional;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Order;

/// Where a second person says yes to what nobody does alone.
@FunctionalInterface
public interface Approvals {
    /// Asks whoever may approve an order, and waits for them, at most [ApprovalViewModel#PATIENCE].
    ///
    /// @param refused why it was refused so far: it needs approval, or the one who was asked may not give it
    /// @return who said yes, having proved who they are; empty when nobody did
    Optional<String> ask(Order order, Answer.Refused refused);
}
