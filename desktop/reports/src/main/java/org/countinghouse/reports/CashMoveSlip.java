package org.countinghouse.reports;

import java.util.List;
import java.util.Map;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.safe.BankDeposited;
import org.countinghouse.ledger.safe.ChangeReceived;
import org.countinghouse.ledger.till.FloatLoaned;
import org.countinghouse.ledger.till.NoSale;
import org.countinghouse.ledger.till.PaidIn;
import org.countinghouse.ledger.till.PaidOut;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SafeDropped;

/// The voucher of cash that moved without a sale, with room to sign: paid-in and paid-out, safe drop,
/// float loan, refund, bank deposit, change from the bank; and of a drawer opened without a sale.
public final class CashMoveSlip {
    /// Where what else was written down stands: one of them on each voucher.
    private static final List<String> NOTES = List.of("bag", "slip", "sale", "note");

    private final Entry entry;
    private final Letterhead letterhead;

    private CashMoveSlip(Entry entry, Letterhead letterhead) {
        this.entry = entry;
        this.letterhead = letterhead;
    }

    /// Whether the entry is one of these.
    public static boolean isOf(Entry entry) {
        return switch (entry.fact()) {
            case PaidIn _,
                    PaidOut _,
                    SafeDropped _,
                    FloatLoaned _,
                    RefundMade _,
                    BankDeposited _,
                    ChangeReceived _,
                    NoSale _ -> true;
            default -> false;
        };
    }

    /// @throws IllegalArgumentException when the entry is none of these
    public static Slip of(Entry entry, Letterhead letterhead) {
        return new CashMoveSlip(entry, letterhead).slip();
    }

    /// The same voucher once more, marked as a copy.
    ///
    /// @param number which copy it is, from 1
    public static Slip copy(int number, Entry entry, Letterhead letterhead) {
        return of(entry, letterhead).marked(letterhead.texts().text("slip.copy", Map.of("number", number)));
    }

    private Slip slip() {
        return switch (entry.fact()) {
            case PaidIn move -> moved("slip.paidIn.title", move.amount(), "slip.sign.cashier");
            case PaidOut move -> moved("slip.paidOut.title", move.amount(), "slip.sign.receiver");
            case SafeDropped move -> moved("slip.drop.title", move.amount(), "slip.sign.manager");
            case FloatLoaned move -> moved("slip.loan.title", move.amount(), "slip.sign.manager");
            case RefundMade refund -> refunded(refund);
            case BankDeposited move -> moved("slip.deposit.title", move.amount(), "slip.sign.manager");
            case ChangeReceived move -> moved("slip.bankChange.title", move.amount(), "slip.sign.manager");
            case NoSale _ -> titled("slip.noSale.title", "").done();
            default ->
                throw new IllegalArgumentException(
                        "entry " + entry.sequence() + " (" + entry.fact().kind() + ") has no voucher");
        };
    }

    private SlipPad titled(String title, String signature) {
        var pad = new SlipPad(letterhead, Paper.CASH_MOVE, letterhead.texts().text(title));
        NOTES.forEach(name -> pad.put(name, ""));
        return pad.put("till", entry.fact().till().map(till -> till.name()).orElse(""))
                .put("shift", entry.shift().map(shift -> shift.toString()).orElse(""))
                .signedBy(entry)
                .put("reason", Wording.reason(entry.fact()))
                .put(noteName(), Wording.note(entry.fact()))
                .put("amount", "")
                .put("tender", "")
                .put("refund", "")
                .put("signature", signature);
    }

    private String noteName() {
        return switch (entry.fact()) {
            case SafeDropped _ -> "bag";
            case BankDeposited _, ChangeReceived _ -> "slip";
            case RefundMade _ -> "sale";
            default -> "note";
        };
    }

    private Slip moved(String title, Cash cash, String signature) {
        SlipPad pad = titled(title, letterhead.texts().text(signature));
        return pad.list("pieces", SlipPad.pieces(cash))
                .put("amount", pad.withCurrency(cash.amount()))
                .done();
    }

    private Slip refunded(RefundMade refund) {
        SlipPad pad = titled("slip.refund.title", letterhead.texts().text("slip.sign.receiver"));
        return pad.put("tender", pad.text("till.tender." + refund.tender().word()))
                .put("refund", pad.withCurrency(refund.amount().amount()))
                .done();
    }
}
