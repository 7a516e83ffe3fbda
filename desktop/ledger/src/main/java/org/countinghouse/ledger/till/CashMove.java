package org.countinghouse.ledger.till;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.PieceMove;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Pieces;

/// How an amount that moves from one account to another is posted, with its pieces where they are known.
public final class CashMove {
    private CashMove() {}

    public static List<Posting> postings(Account to, Account from, Cash cash) {
        return List.of(
                new Posting(to, cash.amount()), new Posting(from, cash.amount().negated()));
    }

    public static List<PieceMove> into(Account place, Cash cash) {
        return cash.pieces()
                .map(pieces -> List.of(new PieceMove(place, pieces)))
                .orElse(List.of());
    }

    public static List<PieceMove> out(Account place, Cash cash) {
        return cash.pieces()
                .map(pieces -> List.of(new PieceMove(place, pieces.negated())))
                .orElse(List.of());
    }

    /// What a count found in a place beyond, or short of, the pieces the books knew of.
    public static List<PieceMove> found(Account place, List<Pieces> found) {
        return found.stream()
                .filter(pieces -> !pieces.isEmpty())
                .map(pieces -> new PieceMove(place, pieces))
                .toList();
    }

    public static List<PieceMove> between(Account to, Account from, Cash cash) {
        var moves = new ArrayList<PieceMove>(into(to, cash));
        moves.addAll(out(from, cash));
        return List.copyOf(moves);
    }
}
