package org.countinghouse.device;

import java.util.Optional;

/// A recycler that takes, keeps and pays cash. Calls may come from any thread but the screen's.
///
/// Every command that moves money carries a reference chosen by the caller and kept before the first attempt. The
/// same
/// reference never moves money twice: repeating it answers what happened the first time.
public interface CashMachine {
    String name();

    State state();

    /// What it can pay out now.
    Stock stock();

    /// Opens the mouth for a customer's cash.
    Depositing beginDeposit(String reference);

    /// What has been taken so far in the open deposit: the running total, never a difference.
    Deposited deposited();

    /// Shuts the mouth and keeps what was taken.
    DepositEnd endDeposit();

    /// Shuts the mouth and gives everything back that can be given back.
    DepositEnd cancelDeposit();

    /// Pays exactly these pieces, or refuses; it never chooses others.
    Dispensing dispense(Pieces pieces, String reference);

    /// What became of an earlier [#dispense] with this reference; empty when the machine never heard of it, so
    /// nothing
    /// was paid.
    Optional<Dispensing> answerTo(String reference);

    enum State {
        READY,
        TAKING,
        PAYING,
        JAMMED,
        NO_ANSWER
    }

    /// The answer to "what do you hold?".
    sealed interface Stock {
        record Holds(Pieces pieces) implements Stock {}

        record NoAnswer(String reason) implements Stock {}
    }

    /// The answer to opening a deposit.
    sealed interface Depositing {
        record Taking() implements Depositing {}

        record Busy(String reason) implements Depositing {}

        record Jammed() implements Depositing {}

        record NoAnswer(String reason) implements Depositing {}
    }

    /// The running total of a deposit.
    sealed interface Deposited {
        record SoFar(Pieces pieces) implements Deposited {}

        record NotTaking() implements Deposited {}

        record NoAnswer(String reason) implements Deposited {}
    }

    /// How a deposit ended. It counts only once this says so.
    sealed interface DepositEnd {
        /// All of it stays in the machine.
        record Kept(Pieces pieces) implements DepositEnd {}

        /// Given back; `stuck` is what the machine took and could not return, and still owes the customer.
        record GivenBack(Pieces returned, Pieces stuck) implements DepositEnd {}

        record NotTaking() implements DepositEnd {}

        record NoAnswer(String reason) implements DepositEnd {}
    }

    /// How a payment ended.
    sealed interface Dispensing {
        record Paid(Pieces pieces) implements Dispensing {}

        /// It jammed on the way: these came out, the rest did not. The rest is a new payment with a new reference.
        record PartlyPaid(Pieces paid, Pieces unpaid) implements Dispensing {}

        /// It does not hold what was asked; nothing was paid.
        record NotEnough(Pieces missing) implements Dispensing {}

        /// It is in a deposit or another payment; nothing was paid.
        record Busy(String reason) implements Dispensing {}

        /// It was jammed before it began; nothing was paid.
        record Jammed() implements Dispensing {}

        /// Nobody knows whether money came out. Ask [CashMachine#answerTo] when it answers again; never pay anew.
        record NoAnswer(String reason) implements Dispensing {}
    }
}
