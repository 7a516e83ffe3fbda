package org.countinghouse.ledger.approval;

import org.countinghouse.ledger.entry.Fact;

/// The shop lets its people do this alone from now on.
public record PolicySet(Policy policy) implements Fact {}
