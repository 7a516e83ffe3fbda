package org.countinghouse.app.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.countinghouse.ledger.people.Verb;

/// What people may do, as they think of it.
enum VerbGroup {
    SELLING,
    CASH,
    COUNTING,
    READING,
    APPROVING,
    OFFICE;

    static VerbGroup of(Verb verb) {
        return switch (verb) {
            case SELL, REFUND, NO_SALE, CORRECT, TRAIN -> SELLING;
            case PAID_IN,
                    PAID_OUT,
                    SAFE_DROP,
                    FLOAT_LOAN,
                    SEND_BAG,
                    RECEIVE_BAG,
                    MOVE_MACHINE,
                    BANK_DEPOSIT,
                    CHANGE_ORDER,
                    SETTLE_MACHINE -> CASH;
            case OPEN_SHIFT, COUNT, SUSPEND_SHIFT, HAND_OVER, CLOSE_SHIFT, TAKE_Z, COUNT_SAFE, COUNT_MACHINE ->
                COUNTING;
            case X_REPORT, READ_Z, READ_EXPECTED, READ_BALANCES, READ_LEDGER, VERIFY -> READING;
            case APPROVE_OVER_SHORT,
                    APPROVE_REFUND,
                    APPROVE_PAID_IN,
                    APPROVE_PAID_OUT,
                    APPROVE_NO_SALE,
                    APPROVE_SAFE_DROP,
                    APPROVE_CORRECTION -> APPROVING;
            case SET_RATE, SET_UP, SET_POLICY, ADD_PERSON, CHANGE_PERMISSION, SET_PIN, UNLOCK, ACCEPT_LEDGER -> OFFICE;
        };
    }

    List<Verb> verbs() {
        return Arrays.stream(Verb.values()).filter(verb -> of(verb) == this).toList();
    }

    /// The text that names it.
    String key() {
        return "people.group." + name().toLowerCase(Locale.ROOT);
    }

    /// The text that says what a verb allows.
    static String key(Verb verb) {
        return "people.verb." + verb.word();
    }
}
