package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// Wrong PINs shut somebody out of this station for a time.
///
/// @param wrongPins in a row
/// @param waitSeconds 0 when only unlocking helps
public record LockedOut(String employee, int wrongPins, long waitSeconds) implements Fact {}
