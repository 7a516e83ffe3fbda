package org.countinghouse.ledger.safe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// A bag that was under way arrived and was counted. Where what arrived is not what was sent, the difference is the
/// transfer's own over or short.
///
/// @param at where it arrived: where it was sent to, or where it came from when it was brought back
/// @param counts what was sent and what arrived, one per currency
/// @param sent the same with its pieces where they were known
/// @param slip the bank's number for it; empty elsewhere
public record TransferReceived(String bag, Account at, List<Counted> counts, List<Cash> sent, String slip)
        implements Fact {
    public TransferReceived {
        counts = List.copyOf(counts);
        sent = List.copyOf(sent);
    }

    @Override
    public Optional<TillId> till() {
        return at.till();
    }

    @Override
    public List<Posting> postings() {
        var postings = new ArrayList<Posting>();
        for (Counted count : counts) {
            Money arrived = count.counted().amount();
            postings.add(new Posting(Account.bag(bag), count.expected().negated()));
            if (!arrived.isZero()) {
                postings.add(new Posting(at, arrived));
            }
            if (!count.overShort().isZero()) {
                postings.add(new Posting(
                        Account.TRANSFER_OVER_SHORT, count.overShort().negated()));
            }
        }
        return postings;
    }

    @Override
    public List<PieceMove> pieces() {
        var moves = new ArrayList<PieceMove>();
        sent.forEach(cash -> moves.addAll(CashMove.out(Account.bag(bag), cash)));
        counts.forEach(count -> moves.addAll(CashMove.into(at, count.counted())));
        return moves;
    }

    @Override
    public List<Tally> tallies() {
        return at.till().isEmpty()
                ? List.of()
                : counts.stream()
                        .map(count -> Tally.of(Line.TRANSFER_IN, count.counted().amount()))
                        .toList();
    }
}
