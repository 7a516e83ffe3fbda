package org.countinghouse.ledger.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// A shift ended and is yet to be counted: its cash left the till in its tray, so that the next shift can begin.
///
/// @param held what the books had in the till, one per currency; it is in the shift's tray now
/// @param known the notes and coins the books knew of, moved along
public record ShiftParked(ShiftId shift, List<Money> held, List<Pieces> known) implements Fact {
    public ShiftParked {
        held = List.copyOf(held);
        known = List.copyOf(known);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }

    @Override
    public List<Posting> postings() {
        return held.stream()
                .flatMap(amount ->
                        CashMove.postings(Account.tray(shift), Account.till(shift.till()), Cash.of(amount)).stream())
                .toList();
    }

    @Override
    public List<PieceMove> pieces() {
        var moves = new ArrayList<PieceMove>();
        for (Pieces each : known) {
            moves.add(new PieceMove(Account.tray(shift), each));
            moves.add(new PieceMove(Account.till(shift.till()), each.negated()));
        }
        return moves;
    }
}
