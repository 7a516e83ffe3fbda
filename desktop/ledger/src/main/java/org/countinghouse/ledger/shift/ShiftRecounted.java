package org.countinghouse.ledger.shift;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// The till was counted again after its shift was closed, before the next one opened. The close stays as it was;
/// what the till holds is what was counted now.
///
/// @param number the how-manieth recount of this close, from 1
/// @param counts what the books say was left after the close and what was counted now, one per currency
/// @param found the pieces counted less the pieces the books knew of
public record ShiftRecounted(ShiftId shift, long number, List<Counted> counts, List<Pieces> found, String reason)
        implements Fact {
    public ShiftRecounted {
        counts = List.copyOf(counts);
        found = List.copyOf(found);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.found(Account.till(shift.till()), found);
    }
}
