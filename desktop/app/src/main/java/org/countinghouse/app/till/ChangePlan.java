package org.countinghouse.app.till;

import java.util.List;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleMade;

/// The cash that goes back to a customer.
///
/// @param parts one per currency, the sale's first; none when nothing goes back
/// @param sale as the ledger would write it with this change
record ChangePlan(List<Part> parts, SaleMade sale) {
    ChangePlan {
        parts = List.copyOf(parts);
    }

    /// Change of one currency.
    ///
    /// @param pieces to hand out; less than the amount when there is no note or coin so small
    /// @param lacking whether the books know that the till cannot make it
    /// @param nearest what the till makes instead, below and above it; none when nobody is to know
    record Part(Money amount, Pieces pieces, boolean lacking, List<Money> nearest) {
        Part {
            nearest = List.copyOf(nearest);
        }

        boolean isWhole() {
            return pieces.total().equals(amount);
        }
    }

    boolean isLacking() {
        return parts.stream().anyMatch(Part::lacking);
    }

    boolean isWhole() {
        return parts.stream().allMatch(Part::isWhole);
    }

    List<Cash> inPieces() {
        return parts.stream().map(part -> Cash.of(part.pieces())).toList();
    }

    List<Cash> amounts() {
        return parts.stream().map(part -> Cash.of(part.amount())).toList();
    }

    /// What cash rounding brings the shop; negative when it costs.
    List<Money> rounding() {
        return sale.settlement().rounding();
    }
}
