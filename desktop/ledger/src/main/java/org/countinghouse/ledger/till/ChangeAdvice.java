package org.countinghouse.ledger.till;

import java.util.Optional;
import org.countinghouse.ledger.money.Pieces;

/// Which pieces to give for an amount out of what is held. All of them are held.
public sealed interface ChangeAdvice {
    /// Exactly the amount. No other choice takes fewer pieces.
    record Paid(Pieces pieces) implements ChangeAdvice {}

    /// What is held cannot make the amount.
    ///
    /// @param below the largest sum below it that can be made, in the fewest pieces; none at worst
    /// @param above the smallest sum above it; empty when everything together is less than the amount
    record NotExact(Pieces below, Optional<Pieces> above) implements ChangeAdvice {}

    /// There are more ways than [ChangeAdvisor] looks through, which takes denominations no country has.
    ///
    /// @param largestFirst what taking the largest first comes to: the amount or less, in any number of pieces
    record Undecided(Pieces largestFirst) implements ChangeAdvice {}

    /// The amount, or what comes nearest below it.
    default Pieces atMost() {
        return switch (this) {
            case Paid paid -> paid.pieces();
            case NotExact nearest -> nearest.below();
            case Undecided undecided -> undecided.largestFirst();
        };
    }
}
