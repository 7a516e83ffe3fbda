package org.countinghouse.reports;

import java.util.Map;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.till.Exchange;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Settlement;
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
            pad.amount(pad.text("slip.item", Map.of("quantity", line.quantity(), "item", line.item())), line.total());
        }
        if (!sale.lines().isEmpty()) {
            pad.rule();
        }
        pad.sum(pad.text("slip.total"), sale.total());
        for (Tendered tendered : sale.tenders()) {
            given(pad, tendered, sale.total().currency());
        }
        if (!sale.change().amount().isZero()) {
            pad.total(pad.text("slip.change"), sale.change().amount());
        }
        settled(pad, sale.settlement());
        pad.rule().centred(pad.text("slip.thanks"));
        return pad.done();
    }

    private static void given(SlipPad pad, Tendered tendered, Currency own) {
        String tender = pad.text("till.tender." + tendered.tender().word());
        String label = pad.text("slip.given", Map.of("tender", tender));
        if (tendered.amount().currency().equals(own)) {
            pad.amount(label, tendered.amount());
        } else {
            pad.foreign(label, tendered.amount());
        }
    }

    /// With the change in another currency, the rates and the rounding a customer can do the sum.
    private static void settled(SlipPad pad, Settlement settlement) {
        settlement.change().forEach(cash -> pad.sum(pad.text("slip.change"), cash.amount()));
        for (Exchange exchange : settlement.exchanges()) {
            ExchangeRate rate = exchange.rate();
            pad.foreign(pad.withCurrency(rate.one()) + " =", exchange.worth().isNegative() ? rate.give() : rate.take());
        }
        settlement.rounding().forEach(gain -> pad.foreign(pad.text("report.line.rounding"), gain));
    }

    /// The same receipt once more, marked as a copy.
    ///
    /// @param number which copy it is, from 1
    public static Slip copy(int number, Entry entry, Letterhead letterhead) {
        return of(entry, letterhead).marked(letterhead.texts().text("slip.copy", Map.of("number", number)));
    }
}
