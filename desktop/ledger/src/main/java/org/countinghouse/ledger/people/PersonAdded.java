package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// Somebody works here from now on, or works under another name or role. The PIN is never in the journal.
///
/// @param employee the short name entries are signed with, such as `dara`
public record PersonAdded(String employee, String name, Role role) implements Fact {}
