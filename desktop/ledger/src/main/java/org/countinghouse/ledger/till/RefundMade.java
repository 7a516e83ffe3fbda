package org.countinghouse.ledger.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;

/// Money given back to a customer.
///
/// @param amount what was given back, positive
/// @param sale the sale it answers, where one was named
/// @param exact what it answers to the minor unit, where cash rounding made that another amount
/// @param note what the reason alone does not say
public record RefundMade(
        TillId at,
        Cash amount,
        Tender tender,
        Optional<UUID> sale,
        String reason,
        Optional<Money> exact,
        Optional<String> note)
        implements Fact {
    public RefundMade(TillId at, Cash amount, Tender tender, Optional<UUID> sale, String reason) {
        this(at, amount, tender, sale, reason, Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    /// What of the sale is refunded by it.
    public Money value() {
        return exact.orElse(amount.amount());
    }

    /// What cash rounding brought the shop; negative when it cost.
    public Money rounding() {
        return value().minus(amount.amount());
    }

    @Override
    public List<Posting> postings() {
        var postings = new ArrayList<Posting>();
        postings.add(new Posting(Account.REFUNDS, value()));
        postings.add(new Posting(tender.account(at), amount.amount().negated()));
        if (!rounding().isZero()) {
            postings.add(new Posting(Account.ROUNDING, rounding().negated()));
        }
        return postings;
    }

    @Override
    public List<PieceMove> pieces() {
        return tender.movesPieces() ? CashMove.out(tender.account(at), amount) : List.of();
    }

    @Override
    public List<Tally> tallies() {
        var tallies = new ArrayList<Tally>();
        tallies.add(Tally.of(Line.REFUNDS, value()));
        tallies.add(Tally.of(Line.REFUNDED, tender, amount.amount()));
        if (tender == Tender.MACHINE_DEPOSIT) {
            tallies.add(Tally.of(Line.MACHINE_OWED, amount.amount().negated()));
        }
        if (!rounding().isZero()) {
            tallies.add(Tally.of(Line.ROUNDING, rounding()));
        }
        return tallies;
    }
}
