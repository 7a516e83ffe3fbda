package org.countinghouse.ledger.count;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// A sealed count of a till during a shift. It holds what was counted and nothing of what was expected.
///
/// @param counted one per currency
/// @param found the pieces counted less the pieces the books knew of, per currency
/// @param declared what the slips of other tenders came to, where they were added up
public record TillCounted(ShiftId shift, List<Cash> counted, List<Pieces> found, Optional<List<Tendered>> declared)
        implements Fact {
    public TillCounted {
        counted = List.copyOf(counted);
        found = List.copyOf(found);
    }

    public TillCounted(ShiftId shift, List<Cash> counted, List<Pieces> found) {
        this(shift, counted, found, Optional.empty());
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
