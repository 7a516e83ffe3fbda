package org.countinghouse.ledger.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;

/// A customer bought something and paid. In each currency the tenders less the change, with what was exchanged, make
/// what was sold and what was rounded.
///
/// @param lines what was sold; empty when only the total was rung up
/// @param change cash given back in the sale's currency; its pieces where they are known
/// @param reference another system's number for this sale, such as a ticket; may be empty
/// @param settled exchange, rounding and change in another currency, where there was any
public record SaleMade(
        TillId at,
        Money total,
        List<SaleLine> lines,
        List<Tendered> tenders,
        Cash change,
        String reference,
        Optional<Settlement> settled)
        implements Fact {
    public SaleMade {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
    }

    /// A sale settled in its own currency, to the minor unit.
    public SaleMade(
            TillId at, Money total, List<SaleLine> lines, List<Tendered> tenders, Cash change, String reference) {
        this(at, total, lines, tenders, change, reference, Optional.empty());
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    public Settlement settlement() {
        return settled.orElse(Settlement.PLAIN);
    }

    /// What the sale left of this tender in the sale's currency: cash is net of change.
    public Money net(Tender tender) {
        return net(tender, total.currency());
    }

    private Money net(Tender tender, Currency currency) {
        Money net = currency.zero();
        for (Tendered tendered : tenders) {
            if (tendered.tender() == tender && tendered.amount().currency().equals(currency)) {
                net = net.plus(tendered.amount());
            }
        }
        return tender == Tender.CASH ? net.minus(changeIn(currency)) : net;
    }

    private Money changeIn(Currency currency) {
        Money sum = change.currency().equals(currency) ? change.amount() : currency.zero();
        for (Cash cash : settlement().change()) {
            if (cash.currency().equals(currency)) {
                sum = sum.plus(cash.amount());
            }
        }
        return sum;
    }

    /// The sale's currency first, then the others that changed hands.
    private List<Currency> currencies() {
        if (settled.isEmpty()) {
            return List.of(total.currency());
        }
        var currencies = new ArrayList<Currency>();
        currencies.add(total.currency());
        tenders.forEach(tendered -> currencies.add(tendered.amount().currency()));
        settlement().change().forEach(cash -> currencies.add(cash.currency()));
        return currencies.stream().distinct().toList();
    }

    @Override
    public List<Posting> postings() {
        var postings = new ArrayList<Posting>();
        for (Currency currency : currencies()) {
            for (Tender tender : Tender.values()) {
                Money net = net(tender, currency);
                if (!net.isZero()) {
                    postings.add(new Posting(tender.account(at), net));
                }
            }
        }
        postings.add(new Posting(Account.SALES, total.negated()));
        settlement().exchanges().forEach(exchange -> post(exchange, postings));
        settlement().rounding().forEach(gain -> postings.add(new Posting(Account.ROUNDING, gain.negated())));
        return postings;
    }

    private static void post(Exchange exchange, List<Posting> postings) {
        postings.add(new Posting(Account.EXCHANGE, exchange.worth()));
        postings.add(new Posting(Account.EXCHANGE, exchange.atReference().negated()));
        if (!exchange.spread().isZero()) {
            postings.add(new Posting(Account.SPREAD, exchange.spread().negated()));
        }
    }

    // Without maps and streams: every sale is asked twice when it is written and twice when it is verified.
    @Override
    public List<PieceMove> pieces() {
        var moves = new ArrayList<PieceMove>();
        for (Tendered tendered : tenders) {
            if (tendered.tender().movesPieces()) {
                add(moves, tendered.tender().account(at), tendered.received(), false);
            }
        }
        Account till = Account.till(at);
        add(moves, till, change, true);
        for (Cash cash : settlement().change()) {
            add(moves, till, cash, true);
        }
        moves.removeIf(move -> move.pieces().isEmpty());
        return moves;
    }

    /// Moves of one place stand together, its currencies in the order they came.
    private static void add(List<PieceMove> moves, Account place, Cash cash, boolean out) {
        if (cash.pieces().isEmpty()) {
            return;
        }
        Pieces moved = out ? cash.pieces().get().negated() : cash.pieces().get();
        int behind = moves.size();
        for (int i = 0; i < moves.size(); i++) {
            PieceMove move = moves.get(i);
            if (move.place().equals(place)) {
                if (move.pieces().currency().equals(moved.currency())) {
                    moves.set(i, new PieceMove(place, move.pieces().plus(moved)));
                    return;
                }
                behind = i + 1;
            }
        }
        moves.add(behind, new PieceMove(place, moved));
    }

    @Override
    public List<Tally> tallies() {
        var tallies = new ArrayList<Tally>();
        tallies.add(Tally.of(Line.SALES, total));
        for (Currency currency : currencies()) {
            for (Tender tender : Tender.values()) {
                if (isUsed(tender, currency)) {
                    tallies.add(Tally.of(Line.TENDERED, tender, net(tender, currency)));
                    if (tender == Tender.MACHINE_DEPOSIT) {
                        tallies.add(Tally.of(Line.MACHINE_OWED, net(tender, currency)));
                    }
                }
            }
        }
        for (Exchange exchange : settlement().exchanges()) {
            tallies.add(Tally.of(Line.EXCHANGE, exchange.worth()));
            tallies.add(Tally.of(Line.EXCHANGE, exchange.exact().negated()));
            tallies.add(Tally.of(Line.SPREAD, exchange.spread()));
        }
        settlement().rounding().forEach(gain -> tallies.add(Tally.of(Line.ROUNDING, gain)));
        return tallies;
    }

    private boolean isUsed(Tender tender, Currency currency) {
        for (Tendered tendered : tenders) {
            if (tendered.tender() == tender && tendered.amount().currency().equals(currency)) {
                return true;
            }
        }
        return tender == Tender.CASH && !changeIn(currency).isZero();
    }
}
