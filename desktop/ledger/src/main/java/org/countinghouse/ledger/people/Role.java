package org.countinghouse.ledger.people;

/// What a person is in the shop.
public enum Role {
    OWNER,
    MANAGER,
    CASHIER,
    ACCOUNTANT,
    INSTALLER
}
