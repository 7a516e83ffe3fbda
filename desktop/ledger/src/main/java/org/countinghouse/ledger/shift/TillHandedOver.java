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

/// Somebody counted the till and handed it to somebody else. Until that person has counted it too, the cash is in
/// neither's till but under way.
///
/// @param from who answered for the till until now
/// @param to who is to take it
/// @param counted what `from` counted, one per currency
/// @param found the pieces counted less the pieces the books knew of, per currency
public record TillHandedOver(ShiftId shift, String from, String to, List<Cash> counted, List<Pieces> found)
        implements Fact {
    public TillHandedOver {
        counted = List.copyOf(counted);
        found = List.copyOf(found);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }

    @Override
    public List<Posting> postings() {
        return counted.stream()
                .filter(cash -> !cash.amount().isZero())
                .flatMap(cash ->
                        CashMove.postings(Account.handover(shift.till()), Account.till(shift.till()), cash).stream())
                .toList();
    }

    @Override
    public List<PieceMove> pieces() {
        var moves = new ArrayList<PieceMove>(CashMove.found(Account.till(shift.till()), found));
        for (Cash cash : counted) {
            moves.addAll(CashMove.between(Account.handover(shift.till()), Account.till(shift.till()), cash));
        }
        return moves;
    }

    @Override
    public List<Tally> tallies() {
        return counted.stream()
                .map(cash -> Tally.of(Line.HANDED_OVER, cash.amount()))
                .toList();
    }
}
