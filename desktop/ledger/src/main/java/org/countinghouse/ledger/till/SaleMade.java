package org.countinghouse.ledger.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;

/// A customer bought something and paid. The tenders less the change make the total.
///
/// @param lines what was sold; empty when only the total was rung up
/// @param change cash given back; its pieces where they are known
/// @param reference another system's number for this sale, such as a ticket; may be empty
public record SaleMade(
        TillId at, Money total, List<SaleLine> lines, List<Tendered> tenders, Cash change, String reference)
        implements Fact {
    public SaleMade {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    /// What the sale left of this tender: cash is net of change.
    public Money net(Tender tender) {
        Money net = tender == Tender.CASH
                ? change.amount().negated()
                : total.currency().zero();
        for (Tendered tendered : tenders) {
            if (tendered.tender() == tender) {
                net = net.plus(tendered.amount());
            }
        }
        return net;
    }

    @Override
    public List<Posting> postings() {
        var postings = new ArrayList<Posting>();
        for (Tender tender : Tender.values()) {
            Money net = net(tender);
            if (!net.isZero()) {
                postings.add(
                        new Posting(tender == Tender.CASH ? Account.till(at) : Account.tender(tender.word()), net));
            }
        }
        postings.add(new Posting(Account.SALES, total.negated()));
        return postings;
    }

    @Override
    public List<PieceMove> pieces() {
        Pieces moved = Pieces.none(total.currency());
        for (Tendered tendered : tenders) {
            moved = moved.plus(tendered.received().pieces().orElse(Pieces.none(total.currency())));
        }
        moved = moved.minus(change.pieces().orElse(Pieces.none(total.currency())));
        return moved.isEmpty() ? List.of() : List.of(new PieceMove(Account.till(at), moved));
    }

    @Override
    public List<Tally> tallies() {
        var tallies = new ArrayList<Tally>();
        tallies.add(Tally.of(Line.SALES, total));
        for (Tender tender : Tender.values()) {
            if (tenders.stream().anyMatch(tendered -> tendered.tender() == tender)) {
                tallies.add(Tally.of(Line.TENDERED, tender, net(tender)));
            }
        }
        return tallies;
    }
}
