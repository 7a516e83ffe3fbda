package org.countinghouse.ledger.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// Somebody began to answer for a till. What the safe gave is posted here; an opening over or short is a record of
/// its own, so that the counted opening enters exactly once.
///
/// @param floats one per currency
/// @param found the pieces counted less the pieces the books knew of, per currency
public record ShiftOpened(ShiftId shift, List<OpeningFloat> floats, List<Pieces> found) implements Fact {
    public ShiftOpened {
        floats = List.copyOf(floats);
        found = List.copyOf(found);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }

    @Override
    public List<Posting> postings() {
        var postings = new ArrayList<Posting>();
        for (OpeningFloat opening : floats) {
            if (!opening.fromSafe().isZero()) {
                postings.addAll(
                        CashMove.postings(Account.till(shift.till()), Account.SAFE, Cash.of(opening.fromSafe())));
            }
        }
        return postings;
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.found(Account.till(shift.till()), found);
    }

    @Override
    public List<Tally> tallies() {
        return floats.stream()
                .map(opening -> Tally.of(Line.OPENING_FLOAT, opening.counted().amount()))
                .toList();
    }
}
