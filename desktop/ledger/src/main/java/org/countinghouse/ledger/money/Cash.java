package org.countinghouse.ledger.money;

import java.util.Optional;

/// Cash of one currency: an amount, and the notes and coins it consists of where that is known.
///
/// @param pieces when present, they add up to the amount
public record Cash(Money amount, Optional<Pieces> pieces) {
    public Cash {
        if (pieces.isPresent() && !pieces.get().total().equals(amount)) {
            throw new IllegalArgumentException("the pieces make " + pieces.get().total() + ", not " + amount);
        }
    }

    public static Cash of(Money amount) {
        return new Cash(amount, Optional.empty());
    }

    public static Cash of(Pieces pieces) {
        return new Cash(pieces.total(), Optional.of(pieces));
    }

    public Currency currency() {
        return amount.currency();
    }
}
