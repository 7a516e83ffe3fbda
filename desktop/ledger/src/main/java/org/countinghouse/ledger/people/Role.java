package org.countinghouse.ledger.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person is in the shop.
public enum Role {
    OWNER,
    MANAGER,
    CASHIER,
    ACCOUNTANT,
    INSTALLER;

    /// Whether somebody of this role may decide about somebody of the other: a manager makes no owner, takes none
    /// out and sets no owner's PIN.
    boolean mayDecideAbout(Role other) {
        return switch (other) {
            case OWNER -> this == OWNER;
            case MANAGER -> this == OWNER || this == MANAGER;
            case CASHIER, ACCOUNTANT, INSTALLER -> true;
        };
    }

    /// The role's name in a script, such as `cashier`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
