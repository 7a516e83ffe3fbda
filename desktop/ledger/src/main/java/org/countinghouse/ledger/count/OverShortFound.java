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
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.TillId;

/// The count of a till did not meet what the books expected; the till now holds what was counted.
///
/// @param tray the parked shift whose tray was counted, where it was not the till itself
public record OverShortFound(TillId at, Occasion occasion, Money expected, Money counted, Optional<ShiftId> tray)
        implements Fact {
    public enum Occasion {
        OPENING,
        CLOSING,
        HANDOVER,
        RECOUNT
    }

    public OverShortFound(TillId at, Occasion occasion, Money expected, Money counted) {
        this(at, occasion, expected, counted, Optional.empty());
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
        Account place = tray.map(Account::tray).orElseGet(() -> Account.till(at));
        return CashMove.postings(place, Account.overShort(at), Cash.of(difference()));
    }

    @Override
    public List<Tally> tallies() {
        Line line = switch (occasion) {
            case OPENING -> Line.OPENING_OVER_SHORT;
            case CLOSING -> Line.OVER_SHORT;
            case HANDOVER -> Line.HANDOVER_OVER_SHORT;
            case RECOUNT -> Line.RECOUNTED;
        };
        return List.of(Tally.of(line, difference()));
    }
}
