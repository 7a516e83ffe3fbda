package org.countinghouse.app.report;

import java.util.List;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.till.Tender;

/// What a cashier may read before counting. Sales less the other tenders would be the cash, so the sums of sales and
/// refunds are left out with it; how often they occurred is not.
final class Blind {
    private Blind() {}

    static List<Tally> lines(List<Tally> lines) {
        return lines.stream().filter(Blind::isShown).map(Blind::shown).toList();
    }

    private static boolean isShown(Tally tally) {
        return !tally.tender().equals(Tender.CASH.word());
    }

    /// Without its amount, where that would tell.
    private static Tally shown(Tally tally) {
        return switch (tally.line()) {
            case SALES, REFUNDS -> new Tally(tally.line(), tally.tender(), "", tally.times(), 0);
            case OPENING_FLOAT,
                    OPENING_OVER_SHORT,
                    TENDERED,
                    REFUNDED,
                    PAID_IN,
                    PAID_OUT,
                    SAFE_DROP,
                    FLOAT_LOAN,
                    NO_SALE,
                    OVER_SHORT -> tally;
        };
    }
}
