package org.countinghouse.ledger.safe;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// A cash machine was filled from the safe, or what it held was collected into the safe. The machine counted it.
public record MachineMoved(TillId at, Way way, Cash amount) implements Fact {
    public enum Way {
        FILLED,
        COLLECTED
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        return CashMove.postings(to(), from(), amount);
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.between(to(), from(), amount);
    }

    private Account to() {
        return way == Way.FILLED ? Account.machine(at) : Account.SAFE;
    }

    private Account from() {
        return way == Way.FILLED ? Account.SAFE : Account.machine(at);
    }
}
