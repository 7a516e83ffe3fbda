package org.countinghouse.ledger.safe;

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

/// Cash left a place for another in a numbered bag. Until it is received it is under way, in neither.
///
/// @param bag the bag's number, `a-z`, `0-9` and `-`; one that is under way is not used again
/// @param cash one per currency
public record TransferSent(String bag, Account from, Account to, List<Cash> cash, String note) implements Fact {
    public TransferSent {
        cash = List.copyOf(cash);
    }

    @Override
    public Optional<TillId> till() {
        return from.till();
    }

    @Override
    public List<Posting> postings() {
        return cash.stream()
                .flatMap(each -> CashMove.postings(Account.bag(bag), from, each).stream())
                .toList();
    }

    @Override
    public List<PieceMove> pieces() {
        var moves = new ArrayList<PieceMove>();
        cash.forEach(each -> moves.addAll(CashMove.between(Account.bag(bag), from, each)));
        return moves;
    }

    @Override
    public List<Tally> tallies() {
        return from.till().isEmpty()
                ? List.of()
                : cash.stream()
                        .map(each -> Tally.of(Line.TRANSFER_OUT, each.amount()))
                        .toList();
    }
}
