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

/// Cash brought from the safe to a till that runs short of it.
public record FloatLoaned(TillId at, Cash amount, String note) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        return CashMove.postings(Account.till(at), Account.SAFE, amount);
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.between(Account.till(at), Account.SAFE, amount);
    }

    @Override
    public List<Tally> tallies() {
        return List.of(Tally.of(Line.FLOAT_LOAN, amount.amount()));
    }
}
