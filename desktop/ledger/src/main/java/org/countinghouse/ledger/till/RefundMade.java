package org.countinghouse.ledger.till;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;

/// Money given back to a customer.
///
/// @param amount what was given back, positive
/// @param sale the sale it answers, where one was named
public record RefundMade(TillId at, Cash amount, Tender tender, Optional<UUID> sale, String reason) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        Account from = tender == Tender.CASH ? Account.till(at) : Account.tender(tender.word());
        return CashMove.postings(Account.REFUNDS, from, amount);
    }

    @Override
    public List<PieceMove> pieces() {
        return CashMove.out(Account.till(at), amount);
    }

    @Override
    public List<Tally> tallies() {
        return List.of(Tally.of(Line.REFUNDS, amount.amount()), Tally.of(Line.REFUNDED, tender, amount.amount()));
    }
}
