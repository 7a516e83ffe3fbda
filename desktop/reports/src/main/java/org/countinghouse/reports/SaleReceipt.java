package org.countinghouse.reports;

import java.util.Map;
import org.countinghouse.device.Slip;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
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
        var pad = new SlipPad(letterhead, Paper.RECEIPT, letterhead.texts().text("slip.receipt.title"));
        pad.put("till", sale.at().name())
                .signedBy(entry)
                .put("total", pad.withCurrency(sale.total()))
                .put(
                        "change",
                        sale.change().amount().isZero()
                                ? ""
                                : Amounts.grouped(sale.change().amount()))
                .list("lines", sale.lines().stream().map(SaleReceipt::line).toList())
                .list(
                        "tenders",
                        sale.tenders().stream()
                                .map(tendered ->
                                        given(pad, tendered, sale.total().currency()))
                                .toList());
        settled(pad, sale.settlement());
        return pad.done();
    }

    private static Fields line(SaleLine line) {
        return new Fields()
                .put("quantity", String.valueOf(line.quantity()))
                .put("item", line.item())
                .put("amount", Amounts.grouped(line.total()));
    }

    private static Fields given(SlipPad pad, Tendered tendered, Currency own) {
        var amount = tendered.amount();
        return new Fields()
                .put("tender", pad.text("till.tender." + tendered.tender().word()))
                .put("amount", amount.currency().equals(own) ? Amounts.grouped(amount) : pad.withCurrency(amount));
    }

    private static void settled(SlipPad pad, Settlement settlement) {
        pad.list(
                        "changes",
                        settlement.change().stream()
                                .map(cash -> amount(pad, cash.amount()))
                                .toList())
                .list(
                        "rates",
                        settlement.exchanges().stream()
                                .map(exchange -> rate(pad, exchange))
                                .toList())
                .list(
                        "roundings",
                        settlement.rounding().stream()
                                .map(gain -> amount(pad, gain))
                                .toList());
    }

    private static Fields rate(SlipPad pad, Exchange exchange) {
        ExchangeRate rate = exchange.rate();
        return new Fields()
                .put("one", pad.withCurrency(rate.one()))
                .put("rate", pad.withCurrency(exchange.worth().isNegative() ? rate.give() : rate.take()));
    }

    private static Fields amount(SlipPad pad, Money amount) {
        return new Fields().put("amount", pad.withCurrency(amount));
    }

    /// The same receipt once more, marked as a copy.
    ///
    /// @param number which copy it is, from 1
    public static Slip copy(int number, Entry entry, Letterhead letterhead) {
        return of(entry, letterhead).marked(letterhead.texts().text("slip.copy", Map.of("number", number)));
    }
}
