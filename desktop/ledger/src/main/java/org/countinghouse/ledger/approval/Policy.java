package org.countinghouse.ledger.approval;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.people.Role;

/// What a shop lets each role do alone, and which reasons it knows.
///
/// @param limits a role without one for a matter is free in it
/// @param reasons a matter without any takes every reason
/// @param counts how often a till may be counted before a close, and again after it
public record Policy(List<Limit> limits, List<Reason> reasons, long counts) {
    /// Until a shop sets its own: a cashier corrects nothing alone, every reason is good, three counts.
    public static final Policy STANDARD =
            new Policy(List.of(new Limit(Role.CASHIER, Matter.CORRECTION, "", 0)), List.of(), 3);

    /// @param currency ISO code; empty for a limit in times
    /// @param upTo what is allowed alone, in minor units or times; exactly so much still is
    public record Limit(Role role, Matter matter, String currency, long upTo) {}

    /// @param word what the books keep
    /// @param noteNeeded whether it says too little alone
    public record Reason(Matter matter, String word, boolean noteNeeded) {}

    public Policy {
        if (counts < 1) {
            throw new IllegalArgumentException("a till is counted at least once, not " + counts + " times");
        }
        limits = List.copyOf(limits);
        reasons = List.copyOf(reasons);
    }

    /// Whether a role may do this alone. A role with limits in other currencies has none of this one: it may not.
    public boolean allows(Role role, Matter matter, Money amount) {
        return allows(role, matter, amount.currency().code(), amount.absolute().minorUnits());
    }

    /// @param currency empty for times
    public boolean allows(Role role, Matter matter, String currency, long howMuch) {
        var own = limits.stream()
                .filter(limit -> limit.role() == role && limit.matter() == matter)
                .toList();
        return own.isEmpty()
                || howMuch == 0
                || own.stream().anyMatch(limit -> limit.currency().equals(currency) && howMuch <= limit.upTo());
    }

    /// The reason of this word; empty when the shop has reasons for the matter and this is none of them.
    public Optional<Reason> reason(Matter matter, String word) {
        var own = reasons.stream().filter(reason -> reason.matter() == matter).toList();
        return own.isEmpty()
                ? Optional.of(new Reason(matter, word, false))
                : own.stream().filter(reason -> reason.word().equals(word)).findFirst();
    }
}
