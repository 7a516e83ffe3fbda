package org.countinghouse.ledger.machine;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// One step of an intent to move cash with a machine: what the postings follow from, and what the device wrote about
/// it, kept as it is.
///
/// @param intent the same for all steps of one intent
/// @param machine the device's name, such as `coin recycler`
/// @param asked how much is to move; empty where as much moves as comes
/// @param moved paid out, collected, or taken and kept so far: a running total, never a difference
/// @param text the step in the device's own keys and values; the ledger reads none of them
public record MachineStep(
        UUID intent,
        String machine,
        Purpose purpose,
        Stage stage,
        Optional<Money> asked,
        Cash moved,
        SortedMap<String, String> text) {
    public MachineStep {
        if (moved.amount().isNegative()) {
            throw new IllegalArgumentException("a machine moves no " + moved.amount());
        }
        if (asked.filter(amount -> !amount.currency().equals(moved.currency())).isPresent()) {
            throw new IllegalArgumentException("asked for " + asked.get() + ", moved " + moved.amount());
        }
        if (purpose == Purpose.PAY && asked.filter(Money::isPositive).isEmpty()) {
            throw new IllegalArgumentException("a payment needs an amount");
        }
        text = Collections.unmodifiableSortedMap(new TreeMap<>(text));
    }

    /// The same intent, further on.
    public MachineStep then(Stage next, Cash movedSoFar, Map<String, String> words) {
        return new MachineStep(intent, machine, purpose, next, asked, movedSoFar, new TreeMap<>(words));
    }

    public Currency currency() {
        return moved.currency();
    }
}
