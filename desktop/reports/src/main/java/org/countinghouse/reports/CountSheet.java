package org.countinghouse.reports;

import org.countinghouse.device.Slip;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.shift.ShiftId;

/// The count of a till on paper, to write on or as it was sealed. What was expected never stands on it.
public final class CountSheet {
    private CountSheet() {}

    /// A sheet to count with: a line for each note and coin of the shop's currencies.
    public static Slip blank(ShiftId shift, Letterhead letterhead) {
        return pad(shift, letterhead)
                .put("blank", true)
                .list(
                        "currencies",
                        letterhead.currencies().stream()
                                .map(CountSheet::toWriteOn)
                                .toList())
                .done();
    }

    /// A sealed count.
    ///
    /// @throws IllegalArgumentException when the entry is no count
    public static Slip sealed(Entry entry, Letterhead letterhead) {
        if (!(entry.fact() instanceof TillCounted count)) {
            throw new IllegalArgumentException("entry " + entry.sequence() + " is no count");
        }
        return pad(count.shift(), letterhead)
                .put("blank", false)
                .signedBy(entry)
                .list(
                        "currencies",
                        count.counted().stream().map(CountSheet::counted).toList())
                .done();
    }

    private static SlipPad pad(ShiftId shift, Letterhead letterhead) {
        var texts = letterhead.texts();
        return new SlipPad(letterhead, Paper.COUNT, texts.text("slip.count.title"))
                .put("till", shift.till().name())
                .put("shift", shift.toString())
                .put("signature", texts.text("slip.sign.cashier"));
    }

    private static Fields toWriteOn(Currency currency) {
        var pieces = currency.denominations().stream()
                .map(denomination -> new Fields().put("face", Amounts.grouped(currency.of(denomination.minorUnits()))))
                .toList();
        return new Fields().put("currency", currency.code()).list("pieces", pieces);
    }

    private static Fields counted(Cash cash) {
        return new Fields()
                .put("currency", cash.currency().code())
                .list("pieces", SlipPad.pieces(cash))
                .put("counted", Amounts.grouped(cash.amount()));
    }
}
