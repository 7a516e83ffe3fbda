package org.countinghouse.ledger;

import java.util.Optional;
import java.util.UUID;

/// A command with who gives it. The id is made before the first attempt, so that giving an order twice is harmless.
///
/// @param id the id of the first entry it leads to
/// @param actor the employee signed in, or `station`
/// @param approver a second person, where one was asked
public record Order(UUID id, String actor, Optional<String> approver, Command command) {}
