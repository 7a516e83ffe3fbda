package org.countinghouse.ledger.machine;

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

/// A customer got from the till what the cash machine owed them and could not pay.
public record OwedPaid(TillId at, Cash amount, String note) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        return CashMove.postings(Account.owed(at), Account.till(at), amount);
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.out(Account.till(at), amount);
    }

    @Override
    public List<Tally> tallies() {
        var tallies = new ArrayList<Tally>();
        tallies.add(Tally.of(Line.OWED_PAID, amount.amount()));
        tallies.addAll(MachineStepped.owed(at, postings()));
        return tallies;
    }
}
