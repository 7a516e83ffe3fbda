package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// Somebody was let try again who had been locked out.
public record Unlocked(String employee) implements Fact {}
