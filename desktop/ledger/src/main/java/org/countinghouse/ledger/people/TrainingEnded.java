package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// What was practised is thrown away; from now on it counts again.
public record TrainingEnded(String employee) implements Fact {}
