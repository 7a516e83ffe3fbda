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

/// Cash taken from the till to the safe, bagged and numbered.
///
/// @param bag the bag's number; may be empty when the cash went loose into the safe
public record SafeDropped(TillId at, Cash amount, String bag) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        return CashMove.postings(Account.SAFE, Account.till(at), amount);
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.between(Account.SAFE, Account.till(at), amount);
    }

    @Override
    public List<Tally> tallies() {
        return List.of(Tally.of(Line.SAFE_DROP, amount.amount()));
    }
}
