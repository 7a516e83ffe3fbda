package org.countinghouse.ledger.people;

import org.countinghouse.ledger.entry.Fact;

/// Somebody may do something although the role may not, or may not although it may. It holds in the shop whose
/// ledger this is.
///
/// @param allowed granted; otherwise withdrawn
public record PermissionChanged(String employee, Verb verb, boolean allowed) implements Fact {}
