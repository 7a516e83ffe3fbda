package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// An employee proved who they are at this station.
public record SignedIn(String employee) implements Fact {}
