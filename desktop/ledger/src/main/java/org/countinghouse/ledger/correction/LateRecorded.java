package org.countinghouse.ledger.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.Posting;
import org.countinghouse.ledger.machine.MachineStepped;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.report.Line;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.CashMove;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.TillId;

/// Something of a closed business date that was written down later: a numbered correction. The till was counted with
/// it, so its cash is found in the over or short of that day; the Z report of that day stays as it was.
///
/// @param number gapless per till, shared with [CorrectionMade]
/// @param date the closed business date it belongs to
/// @param tender how it was paid; cash for a paid-in or paid-out
/// @param reason a word of `a-z`, `0-9` and `-`
public record LateRecorded(
        TillId at, long number, LocalDate date, What what, Money amount, Tender tender, String reason, String note)
        implements Fact {
    public enum What {
        SALE,
        REFUND,
        PAID_IN,
        PAID_OUT;

        /// `sale`, `refund`, `paid-in`, `paid-out`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public Optional<TillId> till() {
        return Optional.of(at);
    }

    @Override
    public List<Posting> postings() {
        Account cash = tender == Tender.CASH ? Account.overShort(at) : tender.account(at);
        return switch (what) {
            case SALE -> CashMove.postings(cash, Account.SALES, Cash.of(amount));
            case REFUND -> CashMove.postings(Account.REFUNDS, cash, Cash.of(amount));
            case PAID_IN -> CashMove.postings(cash, Account.paidIn(reason), Cash.of(amount));
            case PAID_OUT -> CashMove.postings(Account.paidOut(reason), cash, Cash.of(amount));
        };
    }

    @Override
    public List<Tally> tallies() {
        var tallies = new ArrayList<Tally>();
        tallies.add(Tally.of(
                switch (what) {
                    case SALE -> Line.LATE_SALES;
                    case REFUND -> Line.LATE_REFUNDS;
                    case PAID_IN -> Line.LATE_PAID_IN;
                    case PAID_OUT -> Line.LATE_PAID_OUT;
                },
                amount));
        tallies.addAll(MachineStepped.owed(at, postings()));
        return tallies;
    }
}
