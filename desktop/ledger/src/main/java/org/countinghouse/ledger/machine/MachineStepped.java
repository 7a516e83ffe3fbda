package org.countinghouse.ledger.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/// An intent to move cash with a connected machine came one step further. It is written before the machine hears of
/// it, so a payment is out of the machine once it is sent, and what proves not to have moved comes back.
///
/// | purpose | sent | settled, by whatever proof |
/// |---|---|---|
/// | pay | machine -asked, owed +asked | machine +(asked - moved), owed -(asked - moved) |
/// | take | | machine +moved, owed -moved |
/// | fill | | machine +moved, safe -moved |
/// | collect | | |
///
/// A dispute moves nothing: what was sent stays owed until a person has counted. Pieces are posted when it is settled,
/// since nobody knows before which ones moved.
///
/// @param number of the step, from 1
/// @param after the stage before; empty for the first step
public record MachineStepped(TillId at, long number, Optional<Stage> after, MachineStep step) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        return switch (step.purpose()) {
            case PAY -> paid();
            case TAKE -> kept(Account.owed(at));
            case FILL -> kept(Account.SAFE);
            case COLLECT -> List.of();
        };
    }

    private List<Posting> paid() {
        Money asked = step.asked().orElseThrow();
        if (step.stage() == Stage.SENT && after.filter(Stage.ARMED::equals).isPresent()) {
            return CashMove.postings(Account.owed(at), Account.machine(at), Cash.of(asked));
        }
        Money back = asked.minus(step.moved().amount());
        return step.stage().isProved() && !back.isZero()
                ? CashMove.postings(Account.machine(at), Account.owed(at), Cash.of(back))
                : List.of();
    }

    private List<Posting> kept(Account from) {
        return isMoved()
                ? CashMove.postings(
                        Account.machine(at), from, Cash.of(step.moved().amount()))
                : List.of();
    }

    private boolean isMoved() {
        return step.stage().isProved() && !step.moved().amount().isZero();
    }

    @Override
    public List<PieceMove> pieces() {
        if (!isMoved()) {
            return List.of();
        }
        return switch (step.purpose()) {
            case PAY -> CashMove.out(Account.machine(at), step.moved());
            case TAKE -> CashMove.into(Account.machine(at), step.moved());
            case FILL -> CashMove.between(Account.machine(at), Account.SAFE, step.moved());
            case COLLECT -> List.of();
        };
    }

    @Override
    public List<Tally> tallies() {
        return owed(at, postings());
    }

    /// The line of what is owed at a till's machine, as postings change it.
    public static List<Tally> owed(TillId at, List<Posting> postings) {
        var tallies = new ArrayList<Tally>();
        Account owed = Account.owed(at);
        for (Posting posting : postings) {
            if (posting.account().equals(owed)) {
                tallies.add(Tally.of(Line.MACHINE_OWED, posting.amount()));
            }
        }
        return tallies;
    }
}
