package org.countinghouse.ledger;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.countinghouse.ledger.money.Money;

/// What the rules must be told besides the books: they have no clock and no files.
///
/// @param today the shop's trading day, for what happens outside a shift
/// @param actor the employee who gives the command, or `station`
/// @param approver a second person whose PIN has been checked, where one stands by
/// @param refundable what is left of a sale to refund, by the sale's id; empty when there is no such sale
public record Circumstances(
        LocalDate today, String actor, Optional<String> approver, Function<UUID, Optional<Money>> refundable) {}
