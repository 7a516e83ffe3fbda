package org.countinghouse.ledger.count;

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

/// The count of a till did not meet what the books expected; the till now holds what was counted.
public record OverShortFound(TillId at, Occasion occasion, Money expected, Money counted) implements Fact {
    public enum Occasion {
        OPENING,
        CLOSING
    }

    /// Counted minus expected; short is negative.
    public Money difference() {
        return counted.minus(expected);
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        return CashMove.postings(Account.till(at), Account.overShort(at), Cash.of(difference()));
    }

    @Override
    public List<Tally> tallies() {
        Line line = occasion == Occasion.OPENING ? Line.OPENING_OVER_SHORT : Line.OVER_SHORT;
        return List.of(Tally.of(line, difference()));
    }
}
