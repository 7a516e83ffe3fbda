package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// An employee left the counter. Somebody else's signing in ends a stay as well, without this.
public record SignedOut(String employee) implements Fact {}
