package org.countinghouse.ledger.safe;

import java.util.List;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.till.CashMove;

/// Cash fetched from the bank into the safe: the answer to a change order.
public record ChangeReceived(Cash amount, String slip) implements Fact {
    @Override
    public List<Posting> postings() {
        return CashMove.postings(Account.SAFE, Account.BANK, amount);
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.into(Account.SAFE, amount);
    }
}
