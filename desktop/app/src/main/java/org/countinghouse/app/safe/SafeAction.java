package org.countinghouse.app.safe;

import org.countinghouse.ledger.people.Person;
import org.countinghouse.ledger.people.Verb;

/// What somebody can do with cash that is not in a till. Its texts are `safe.<word>.…`.
enum SafeAction {
    SEND("send", "mdi2p-package-up", Verb.SEND_BAG),
    RECEIVE("receive", "mdi2p-package-down", Verb.RECEIVE_BAG),
    DEPOSIT("deposit", "mdi2b-bank-transfer-in", Verb.BANK_DEPOSIT),
    CHANGE("change", "mdi2b-bank-transfer-out", Verb.CHANGE_ORDER),
    COUNT_SAFE("count", "mdi2c-counter", Verb.COUNT_SAFE),
    FILL("fill", "mdi2c-cash-plus", Verb.MOVE_MACHINE),
    COLLECT("collect", "mdi2c-cash-minus", Verb.MOVE_MACHINE),
    COUNT_MACHINE("machine", "mdi2c-cash-register", Verb.COUNT_MACHINE);

    private final String word;
    private final String icon;
    private final Verb verb;

    SafeAction(String word, String icon, Verb verb) {
        this.word = word;
        this.icon = icon;
        this.verb = verb;
    }

    boolean isFor(Person person) {
        return person.may(verb);
    }

    String word() {
        return word;
    }

    String icon() {
        return icon;
    }

    String title() {
        return "safe." + word + ".title";
    }

    String action() {
        return "safe." + word + ".action";
    }

    boolean isCount() {
        return this == COUNT_SAFE || this == COUNT_MACHINE;
    }

    boolean hasMachine() {
        return this == FILL || this == COLLECT || this == COUNT_MACHINE;
    }

    boolean hasBag() {
        return this == SEND || this == RECEIVE;
    }

    /// Whether several currencies go in one order.
    boolean takesEveryCurrency() {
        return hasBag() || isCount();
    }
}
