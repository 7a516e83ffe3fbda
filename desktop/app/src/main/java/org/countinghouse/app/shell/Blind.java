package org.countinghouse.app.shell;

import java.util.List;
import org.countinghouse.ledger.report.Tally;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.Tender;

/// What a cashier may read before counting. Sales less the other tenders would be the cash, so the sums of sales and
/// refunds are left out with it; how often they occurred is not.
public final class Blind {
    private Blind() {}

    /// Whether figures of a till are to be hidden: there is a shift, open or parked, whose count is not sealed.
    ///
    /// @param blind whether who asks must count without knowing what is expected
    /// @param shifts those the figures are of
    public static boolean hides(boolean blind, List<Shift> shifts) {
        return blind && shifts.stream().anyMatch(shift -> !shift.isClosed() && shift.state() != Shift.State.COUNTED);
    }

    public static List<Tally> lines(List<Tally> lines) {
        return lines.stream().filter(Blind::isShown).map(Blind::shown).toList();
    }

    private static boolean isShown(Tally tally) {
        return !tally.tender().equals(Tender.CASH.word());
    }

    /// Without its amount, where that would tell.
    private static Tally shown(Tally tally) {
        return switch (tally.line()) {
            case SALES, REFUNDS, ROUNDING, EXCHANGE, SPREAD, HANDOVER_OVER_SHORT, CORRECTED, VOIDS, VOIDED_REFUNDS ->
                new Tally(tally.line(), tally.tender(), "", tally.times(), 0);
            case OPENING_FLOAT,
                    OPENING_OVER_SHORT,
                    TENDERED,
                    REFUNDED,
                    PAID_IN,
                    PAID_OUT,
                    SAFE_DROP,
                    FLOAT_LOAN,
                    NO_SALE,
                    HANDED_OVER,
                    RECEIVED,
                    RECOUNTED,
                    TRANSFER_OUT,
                    TRANSFER_IN,
                    LATE_SALES,
                    LATE_REFUNDS,
                    LATE_PAID_IN,
                    LATE_PAID_OUT,
                    LATE_CORRECTIONS,
                    MACHINE_OVER_SHORT,
                    OWED_PAID,
                    MACHINE_OWED,
                    COPIES,
                    OVER_SHORT,
                    TRAINING -> tally;
        };
    }
}
