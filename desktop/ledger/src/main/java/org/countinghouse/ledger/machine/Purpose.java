package org.countinghouse.ledger.machine;

/// What a machine is asked to move cash for.
public enum Purpose {
    /// Out of the machine, to a customer or a person.
    PAY,
    /// A customer's cash into the machine.
    TAKE,
    /// Cash of the safe into the machine.
    FILL,
    /// Out of the recycler, into the machine's own cashbox.
    COLLECT
}
