package org.countinghouse.ledger.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// Somebody counted a till that was handed to them, and answers for it from now on. Where the two counts differ, a
/// record of the difference follows.
///
/// @param by who answers for the till now
/// @param sent what the one before had counted, one per currency; all of it comes into the till
/// @param counted what this person counted
public record TillReceived(ShiftId shift, String by, List<Cash> sent, List<Cash> counted) implements Fact {
    public TillReceived {
        sent = List.copyOf(sent);
        counted = List.copyOf(counted);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(shift.till());
    }

    @Override
    public List<Posting> postings() {
        return sent.stream()
                .filter(cash -> !cash.amount().isZero())
                .flatMap(cash ->
                        CashMove.postings(Account.till(shift.till()), Account.handover(shift.till()), cash).stream())
                .toList();
    }

    @Override
    public List<PieceMove> pieces() {
        var moves = new ArrayList<PieceMove>();
        sent.forEach(cash -> moves.addAll(CashMove.out(Account.handover(shift.till()), cash)));
        counted.forEach(cash -> moves.addAll(CashMove.into(Account.till(shift.till()), cash)));
        return moves;
    }

    @Override
    public List<Tally> tallies() {
        return sent.stream().map(cash -> Tally.of(Line.RECEIVED, cash.amount())).toList();
    }
}
