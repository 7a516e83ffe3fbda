package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// What this employee does from now on is practice: it moves nothing.
public record TrainingBegan(String employee) implements Fact {}
