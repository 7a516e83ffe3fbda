package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// Somebody works here no more. Their entries stay theirs.
public record PersonLeft(String employee) implements Fact {}
