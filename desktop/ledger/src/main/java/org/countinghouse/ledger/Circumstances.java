package org.countinghouse.ledger;

import java.time.LocalDate;
import java.util.Optional;

/// What the rules must be told besides the books: they have no clock and no files.
///
/// @param today the shop's trading day, for what happens outside a shift
/// @param actor the employee who gives the command, or `station`
/// @param approver a second person whose PIN has been checked, where one stands by
/// @param history earlier entries
public record Circumstances(LocalDate today, String actor, Optional<String> approver, History history) {}
