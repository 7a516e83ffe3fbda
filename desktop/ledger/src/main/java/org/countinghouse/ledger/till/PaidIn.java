package org.countinghouse.ledger.till;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;

/// Cash put into the till that is not a sale, with a reason.
public record PaidIn(TillId at, Cash amount, String reason, String note) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        return CashMove.postings(Account.till(at), Account.paidIn(reason), amount);
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.into(Account.till(at), amount);
    }

    @Override
    public List<Tally> tallies() {
        return List.of(Tally.of(Line.PAID_IN, amount.amount()));
    }
}
