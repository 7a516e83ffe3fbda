package org.countinghouse.ledger.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// Nobody will answer for this any more: the customer left without the deposit, or with more than was theirs. It
/// becomes the machine's over or short.
///
/// @param overShort a deposit nobody claims is over, cash paid out for nothing is short
public record OwedWrittenOff(TillId at, Money overShort, String reason, String note) implements Fact {
    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        return CashMove.postings(Account.owed(at), Account.overShort(Account.machine(at)), Cash.of(overShort));
    }

    @Override
    public List<Tally> tallies() {
        var tallies = new ArrayList<Tally>();
        tallies.add(Tally.of(Line.MACHINE_OVER_SHORT, overShort));
        tallies.addAll(MachineStepped.owed(at, postings()));
        return tallies;
    }
}
