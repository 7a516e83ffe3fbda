package org.countinghouse.ledger.safe;

import java.util.List;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.till.CashMove;

/// Cash taken from the safe to the bank.
///
/// @param slip the number on the bank's paying-in slip
public record BankDeposited(Cash amount, String slip) implements Fact {
    @Override
    public List<Posting> postings() {
        return CashMove.postings(Account.BANK, Account.SAFE, amount);
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.out(Account.SAFE, amount);
    }
}
