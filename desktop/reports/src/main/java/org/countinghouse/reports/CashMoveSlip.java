package org.countinghouse.reports;

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

/// The voucher of cash that moved without a sale, with room to sign: paid-in and paid-out, safe drop, float loan,
/// refund, bank deposit, change from the bank; and of a drawer opened without a sale.
public final class CashMoveSlip {
    private final Entry entry;
    private final Letterhead letterhead;

    private CashMoveSlip(Entry entry, Letterhead letterhead) {
        this.entry = entry;
        this.letterhead = letterhead;
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
            case NoSale _ -> titled("slip.noSale.title").done();
            default -> throw new IllegalArgumentException(
                    "entry " + entry.sequence() + " (" + entry.fact().kind() + ") has no voucher");
        };
    }

    private SlipPad titled(String title) {
        var pad = new SlipPad(letterhead, letterhead.texts().text(title));
        entry.fact().till().ifPresent(till -> pad.told("slip.till", till.name()));
        entry.shift().ifPresent(shift -> pad.told("slip.shift", shift.toString()));
        return pad.signedBy(entry)
                .told("slip.reason", Wording.reason(entry.fact()))
                .told(noteKey(), Wording.note(entry.fact()))
                .rule();
    }

    private String noteKey() {
        return switch (entry.fact()) {
            case SafeDropped _ -> "slip.bag";
            case BankDeposited _, ChangeReceived _ -> "slip.slip";
            case RefundMade _ -> "slip.sale";
            default -> "slip.note";
        };
    }

    private Slip moved(String title, Cash cash, String signature) {
        SlipPad pad = titled(title);
        pieces(pad, cash);
        return pad.sum(pad.text("slip.amount"), cash.amount()).done(signature);
    }

    private Slip refunded(RefundMade refund) {
        SlipPad pad = titled("slip.refund.title");
        return pad.sum(
                        pad.text("till.tender." + refund.tender().word()),
                        refund.amount().amount())
                .done("slip.sign.receiver");
    }

    static void pieces(SlipPad pad, Cash cash) {
        cash.pieces()
                .ifPresent(pieces -> pieces.counts()
                        .forEach((face, count) -> pad.amount(
                                count + " × " + Amounts.grouped(cash.currency().of(face)),
                                cash.currency().of(face).times(count))));
    }
}
