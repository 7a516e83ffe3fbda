package org.countinghouse.ledger.entry;

import org.countinghouse.ledger.money.Money;

/// An amount into an account (positive) or out of it (negative).
public record Posting(Account account, Money amount) {}
