package org.countinghouse.ledger.people;

/// Somebody who works in the shop.
///
/// @param employee the short name entries are signed with
public record Person(String employee, String name, Role role) {}
