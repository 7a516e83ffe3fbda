package org.countinghouse.reports;

import java.util.Map;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tendered;

/// What the customer takes home.
public final class SaleReceipt {
    private SaleReceipt() {}

    /// @throws IllegalArgumentException when the entry is no sale
    public static Slip of(Entry entry, Letterhead letterhead) {
        if (!(entry.fact() instanceof SaleMade sale)) {
            throw new IllegalArgumentException("entry " + entry.sequence() + " is no sale");
        }
        var pad = new SlipPad(letterhead, letterhead.texts().text("slip.receipt.title"));
        pad.told("slip.till", sale.at().name()).signedBy(entry).rule();
        for (SaleLine line : sale.lines()) {
            pad.amount(
                    pad.text("slip.item", Map.of("quantity", line.quantity(), "item", line.item())), line.total());
        }
        if (!sale.lines().isEmpty()) {
            pad.rule();
        }
        pad.sum(pad.text("slip.total"), sale.total());
        for (Tendered tendered : sale.tenders()) {
            String tender = pad.text("till.tender." + tendered.tender().word());
            pad.amount(pad.text("slip.given", Map.of("tender", tender)), tendered.amount());
        }
        if (!sale.change().amount().isZero()) {
            pad.total(pad.text("slip.change"), sale.change().amount());
        }
        pad.rule().centred(pad.text("slip.thanks"));
        return pad.done();
    }

    /// The same receipt once more, marked as a copy.
    ///
    /// @param number which copy it is, from 1
    public static Slip copy(int number, Entry entry, Letterhead letterhead) {
        return of(entry, letterhead).marked(letterhead.texts().text("slip.copy", Map.of("number", number)));
    }
}
