package org.countinghouse.app.shell;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import org.countinghouse.ledger.money.Money;

/// The customer's payment that waits at the till, for whoever takes their cash elsewhere. Only for the screen thread.
public interface OpenPayment {
    /// Empty while nobody pays, and when enough was given.
    ObservableValue<Optional<Due>> dueProperty();

    /// A machine keeps this much of the customer's cash: it becomes a part of the payment, and the sale once it covers
    /// what is left.
    ///
    /// @return false when that payment is over, or another's
    boolean deposited(UUID payment, Money amount);

    /// What is still to pay.
    ///
    /// @param payment its id; another customer's payment has another
    /// @param left what notes and coins can settle of what is left
    /// @param deposited what the payment has of a machine's deposit already
    record Due(UUID payment, Money left, Money deposited) {}
}
