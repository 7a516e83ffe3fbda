package org.countinghouse.ledger.people;

import static org.countinghouse.ledger.people.Role.ACCOUNTANT;
import static org.countinghouse.ledger.people.Role.CASHIER;
import static org.countinghouse.ledger.people.Role.INSTALLER;
import static org.countinghouse.ledger.people.Role.MANAGER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Something a person may be allowed to do, with the roles that may do it unless told otherwise. The owner may do
/// everything. Why each role may do what: `desktop/ledger/decisions/0001`.
public enum Verb {
    SELL(CASHIER, MANAGER),
    REFUND(CASHIER, MANAGER),
    PAID_IN(CASHIER, MANAGER),
    PAID_OUT(CASHIER, MANAGER),
    NO_SALE(CASHIER, MANAGER),
    SAFE_DROP(CASHIER, MANAGER),
    FLOAT_LOAN(CASHIER, MANAGER),
    SEND_BAG(CASHIER, MANAGER),
    RECEIVE_BAG(CASHIER, MANAGER),
    /// Puts cash into a cash machine, or takes it out.
    MOVE_MACHINE(CASHIER, MANAGER),
    BANK_DEPOSIT(MANAGER),
    CHANGE_ORDER(MANAGER),
    COUNT_SAFE(MANAGER),
    COUNT_MACHINE(MANAGER),
    /// Says what a cash machine moved when the machine itself cannot tell, and writes off what nobody answers for.
    SETTLE_MACHINE(MANAGER),

    OPEN_SHIFT(CASHIER, MANAGER),
    COUNT(CASHIER, MANAGER),
    /// Suspends, resumes, or parks a shift for counting.
    SUSPEND_SHIFT(CASHIER, MANAGER),
    HAND_OVER(CASHIER, MANAGER),
    CLOSE_SHIFT(CASHIER, MANAGER),
    TAKE_Z(CASHIER, MANAGER),
    /// A cashier needs a second person for it, unless the shop sets another limit.
    CORRECT(CASHIER, MANAGER),
    /// What customers are asked for from now on: the exchange rates, and the items with their prices.
    SET_RATE(MANAGER),

    /// Without [#READ_EXPECTED] it shows nothing the cash follows from.
    X_REPORT(CASHIER, MANAGER, ACCOUNTANT),
    /// Shows or prints an earlier Z report as it was.
    READ_Z(CASHIER, MANAGER, ACCOUNTANT),
    /// Whoever may not must count without knowing what is expected.
    READ_EXPECTED(MANAGER, ACCOUNTANT),
    READ_BALANCES(MANAGER, ACCOUNTANT),
    READ_LEDGER(MANAGER, ACCOUNTANT),
    VERIFY(MANAGER, ACCOUNTANT, INSTALLER),

    APPROVE_OVER_SHORT(MANAGER),
    APPROVE_REFUND(MANAGER),
    APPROVE_PAID_IN(MANAGER),
    APPROVE_PAID_OUT(MANAGER),
    APPROVE_NO_SALE(MANAGER),
    APPROVE_SAFE_DROP(MANAGER),
    APPROVE_CORRECTION(MANAGER),

    SET_UP(INSTALLER),
    /// What each role may do alone, and the shop's reasons: whoever sets limits is not bound by them.
    SET_POLICY(),
    /// Adds people, changes their role, takes them out.
    ADD_PERSON(MANAGER),
    CHANGE_PERMISSION(MANAGER),
    /// Gives somebody else a new PIN; one's own needs only the old one.
    SET_PIN(MANAGER),
    /// Lets somebody try again whom wrong PINs have locked out.
    UNLOCK(MANAGER),
    /// Goes on with a ledger that was found cut off, put back or forked.
    ACCEPT_LEDGER(MANAGER),
    TRAIN(CASHIER, MANAGER, ACCOUNTANT, INSTALLER);

    private final Set<Role> roles;

    Verb(Role... roles) {
        this.roles = EnumSet.of(Role.OWNER, roles);
    }

    boolean isFor(Role role) {
        return roles.contains(role);
    }

    /// The name a script and a permission's entry use, such as `paid-out`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }
}
