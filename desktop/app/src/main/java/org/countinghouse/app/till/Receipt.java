package org.countinghouse.app.till;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleMade;

/// A sale as it stands in the books.
///
/// @param back which notes and coins to give back, one per currency; none when nothing goes back
record Receipt(Entry entry, SaleMade sale, List<ChangePlan.Part> back) {
    /// @param told what was told before the sale was written, which counts as far as the ledger wrote the same
    static Receipt of(Entry entry, SaleMade sale, Optional<ChangePlan> told) {
        var back = Stream.concat(Stream.of(sale.change()), sale.settlement().change().stream())
                .filter(cash -> cash.amount().isPositive())
                .map(cash -> part(cash, told))
                .toList();
        return new Receipt(entry, sale, back);
    }

    private static ChangePlan.Part part(Cash written, Optional<ChangePlan> told) {
        return told.stream()
                .flatMap(plan -> plan.parts().stream())
                .filter(part -> part.amount().equals(written.amount()))
                .findFirst()
                .orElseGet(() -> new ChangePlan.Part(
                        written.amount(),
                        written.pieces().orElseGet(() -> Pieces.largestFirst(written.amount())),
                        false,
                        List.of()));
    }

    Money total() {
        return sale.total();
    }

    /// What went back in the sale's currency.
    Money change() {
        return sale.change().amount();
    }

    /// What cash rounding brought the shop; negative when it cost.
    List<Money> rounding() {
        return sale.settlement().rounding();
    }
}
