package org.countinghouse.reports;

import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.correction.LateRecorded;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.safe.BankDeposited;
import org.countinghouse.ledger.safe.ChangeReceived;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.ledger.shift.ShiftRecounted;
import org.countinghouse.ledger.shift.ShiftSuspended;
import org.countinghouse.ledger.shift.TillHandedOver;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.resources.Texts;

/// What papers say about a fact in words.
final class Wording {
    private Wording() {}

    static String kind(Fact fact, Texts texts) {
        return switch (fact) {
            case OverShortFound found
            when found.occasion() == OverShortFound.Occasion.OPENING -> texts.text("report.line.opening-over-short");
            default -> texts.text("report.kind." + fact.kind());
        };
    }

    /// Why it was done, as the cashier gave it; empty where no reason is asked.
    static String reason(Fact fact) {
        return switch (fact) {
            case PaidIn paidIn -> paidIn.reason();
            case PaidOut paidOut -> paidOut.reason();
            case NoSale noSale -> noSale.reason();
            case RefundMade refund -> refund.reason();
            case CorrectionMade made -> made.reason();
            case LateRecorded late -> late.reason();
            case ShiftRecounted recounted -> recounted.reason();
            case ShiftSuspended suspended -> suspended.reason();
            default -> "";
        };
    }

    /// What else was written down: a note, a bag, a ticket, a slip.
    static String note(Fact fact) {
        return switch (fact) {
            case PaidIn paidIn -> paidIn.note();
            case PaidOut paidOut -> paidOut.note();
            case SafeDropped drop -> drop.bag();
            case FloatLoaned loan -> loan.note();
            case SaleMade sale -> sale.reference();
            case RefundMade refund -> refund.sale().map(Object::toString).orElse("");
            case BankDeposited deposit -> deposit.slip();
            case ChangeReceived change -> change.slip();
            case TransferSent sent -> sent.bag();
            case TransferReceived received -> received.bag();
            case CorrectionMade made -> made.number() + ": " + made.sequence();
            case LateRecorded late -> late.number() + ": " + late.date();
            case TillHandedOver handed -> handed.to();
            default -> "";
        };
    }

    /// Whether a customer paid or was paid.
    static boolean isPaid(Fact fact) {
        return fact instanceof SaleMade || fact instanceof RefundMade;
    }
}
