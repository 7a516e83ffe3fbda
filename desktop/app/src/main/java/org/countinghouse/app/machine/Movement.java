package org.countinghouse.app.machine;

import java.util.Optional;
import java.util.UUID;
import org.countinghouse.device.money.Intent.Purpose;
import org.countinghouse.ledger.money.Money;

/// Cash on its way into the machine or out of it.
///
/// @param id of the intent
/// @param moved the running total
/// @param target how much is to move; empty where as much comes as comes
/// @param payment the customer's payment it is for, if any
/// @param actor who asked for it
/// @param reason a few words for the books
record Movement(
        UUID id,
        Purpose purpose,
        Phase phase,
        Money moved,
        Optional<Money> target,
        Optional<UUID> payment,
        String actor,
        String reason) {
    enum Phase {
        /// The machine was asked.
        BEGINNING,
        /// Its mouth is open.
        TAKING,
        /// It was told that this is enough.
        KEEPING,
        /// It was told to give it back.
        GIVING_BACK,
        PAYING
    }

    Movement in(Phase next) {
        return new Movement(id, purpose, next, moved, target, payment, actor, reason);
    }

    Movement moved(Money soFar) {
        return new Movement(id, purpose, phase, soFar, target, payment, actor, reason);
    }

    /// Whether a customer or a person puts cash in.
    boolean isDeposit() {
        return purpose == Purpose.TAKE || purpose == Purpose.FILL;
    }

    /// What is still to come; zero when it is enough, empty when nobody says how much.
    Optional<Money> left() {
        return target.map(wanted -> moved.compareTo(wanted) < 0
                ? wanted.minus(moved)
                : wanted.currency().zero());
    }

    /// Whether enough was put in for what it is for.
    boolean isReached() {
        return purpose == Purpose.TAKE && left().filter(Money::isZero).isPresent();
    }

    /// Whether the machine works by itself and a person can only wait.
    boolean isWaiting() {
        return phase != Phase.TAKING;
    }
}
