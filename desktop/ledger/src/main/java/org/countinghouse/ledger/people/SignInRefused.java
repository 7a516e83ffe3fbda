package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// Somebody tried a PIN that was not this employee's.
public record SignInRefused(String employee) implements Fact {}
