package org.countinghouse.reports;

import org.countinghouse.device.Slip;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Denomination;
import org.countinghouse.ledger.shift.ShiftId;

/// The count of a till on paper, to write on or as it was sealed. What was expected never stands on it.
public final class CountSheet {
    private static final String ROOM = "_____";

    private CountSheet() {}

    /// A sheet to count with: a line for each note and coin of the shop's currencies.
    public static Slip blank(ShiftId shift, Letterhead letterhead) {
        var pad = new SlipPad(letterhead, letterhead.texts().text("slip.count.title"));
        pad.told("slip.till", shift.till().name()).told("slip.shift", shift.toString());
        pad.words(pad.text("slip.count.write"));
        for (Currency currency : letterhead.currencies()) {
            pad.rule().heading(currency.code());
            for (Denomination denomination : currency.denominations()) {
                pad.columns(Amounts.grouped(currency.of(denomination.minorUnits())) + " ×", ROOM + " = " + ROOM + ROOM);
            }
            pad.columns(pad.text("slip.total"), ROOM + ROOM);
        }
        return pad.signature("slip.sign.cashier").done();
    }

    /// A sealed count.
    ///
    /// @throws IllegalArgumentException when the entry is no count
    public static Slip sealed(Entry entry, Letterhead letterhead) {
        if (!(entry.fact() instanceof TillCounted count)) {
            throw new IllegalArgumentException("entry " + entry.sequence() + " is no count");
        }
        var pad = new SlipPad(letterhead, letterhead.texts().text("slip.count.title"));
        pad.told("slip.till", count.shift().till().name())
                .told("slip.shift", count.shift().toString())
                .signedBy(entry);
        for (Cash cash : count.counted()) {
            pad.rule().heading(cash.currency().code());
            CashMoveSlip.pieces(pad, cash);
            pad.total(pad.text("slip.counted"), cash.amount());
        }
        return pad.signature("slip.sign.cashier").done();
    }
}
