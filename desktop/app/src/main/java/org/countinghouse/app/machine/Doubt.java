package org.countinghouse.app.machine;

import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.machine.OpenIntent;
import org.countinghouse.ledger.machine.Purpose;
import org.countinghouse.ledger.machine.Stage;
import org.countinghouse.ledger.money.Money;

/// A movement nobody knows the end of.
///
/// @param atLeast what is known to have moved
/// @param words what the machine or its driver said last; may be empty
/// @param here whether that machine is connected now
record Doubt(
        UUID intent,
        String machine,
        Purpose purpose,
        Stage stage,
        Optional<Money> asked,
        Money atLeast,
        String words,
        boolean here) {
    /// The key under which a device writes what was said.
    private static final String WORDS = "words";

    static Doubt of(OpenIntent open, boolean here) {
        var last = open.last();
        return new Doubt(
                open.id(),
                last.machine(),
                last.purpose(),
                last.stage(),
                last.asked(),
                last.moved().amount(),
                last.text().getOrDefault(WORDS, ""),
                here);
    }

    /// Whether no machine will tell any more: a person has to count.
    boolean isForAPerson() {
        return stage == Stage.DISPUTED;
    }

    /// Whether a person's word can end it: something may have moved, and nothing is moving now.
    boolean canBeSettled() {
        return here && (stage == Stage.UNKNOWN || stage == Stage.RECONCILING || stage == Stage.DISPUTED);
    }
}
