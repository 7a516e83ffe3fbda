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
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// The tray of a parked shift went to the safe once it was counted and closed.
///
/// @param counted all that was in it, one per currency
/// @param known the notes and coins the books knew to be in it
public record TrayEmptied(ShiftId shift, List<Cash> counted, List<Pieces> known, String bag) implements Fact {
    public TrayEmptied {
        counted = List.copyOf(counted);
        known = List.copyOf(known);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }

    @Override
    public List<Posting> postings() {
        return counted.stream()
                .filter(cash -> !cash.amount().isZero())
                .flatMap(cash -> CashMove.postings(Account.SAFE, Account.tray(shift), cash).stream())
                .toList();
    }

    @Override
    public List<PieceMove> pieces() {
        var moves = new ArrayList<PieceMove>();
        known.forEach(each -> moves.add(new PieceMove(Account.tray(shift), each.negated())));
        counted.forEach(cash -> moves.addAll(CashMove.into(Account.SAFE, cash)));
        return moves;
    }
}
