package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// Somebody has another PIN. The PIN is never in the journal, nor anything made from it.
public record PinChanged(String employee) implements Fact {}
