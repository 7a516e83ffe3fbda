package org.countinghouse.ledger.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.RateSet;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;

/// What the notebook makes of a sale and a refund: what came in, what was given back, and why the two are not the
/// total.
final class SaleNotes {
    private final Sheet sheet;
    private final Map<List<Currency>, ExchangeRate> rates = new HashMap<>();

    SaleNotes(Sheet sheet) {
        this.sheet = sheet;
    }

    void rate(RateSet set) {
        rates.put(List.of(set.one().currency(), set.take().currency()), set.since(Instant.EPOCH));
    }

    void refund(Command.Refund refund) {
        Money exact = refund.amount();
        Money paid = refund.tender().isCash() ? exact.currency().rounding().refund(exact) : exact;
        sheet.add("refunds", exact);
        sheet.add(refund.tender().account(refund.till()).path(), paid.negated());
        sheet.add("rounding", paid.minus(exact));
    }

    void sell(Command.Sell sell) {
        Currency own = sell.total().currency();
        sheet.add("sales", sell.total().negated());
        Money due = sell.total();
        Money cash = own.zero();
        Optional<Money> foreign = Optional.empty();
        for (Tendered tendered : paid(sell)) {
            Money amount = tendered.amount();
            sheet.add(tendered.tender().account(sell.till()).path(), amount);
            if (!amount.currency().equals(own)) {
                foreign = Optional.of(foreign.map(amount::plus).orElse(amount));
            } else if (tendered.tender().isCash()) {
                cash = cash.plus(amount);
            } else {
                due = due.minus(amount);
            }
        }
        boolean inCash =
                paid(sell).stream().anyMatch(tendered -> tendered.tender().isCash());
        if (foreign.isPresent()) {
            giveBack(sell, owedOf(foreign.get(), due.minus(cash)));
        } else {
            Money payable = inCash ? own.rounding().sale(due) : due;
            sheet.add("rounding", due.minus(payable));
            giveBack(sell, cash.minus(payable));
        }
    }

    private static List<Tendered> paid(Command.Sell sell) {
        return sell.tenders().isEmpty()
                ? List.of(Tendered.of(
                        Tender.CASH, sell.total().currency().rounding().sale(sell.total())))
                : sell.tenders();
    }

    /// The rest was paid in the other currency: what of that is to be given back.
    private Money owedOf(Money paid, Money rest) {
        ExchangeRate rate = rate(rest.currency(), paid.currency());
        Money exact = rate.taken(rest);
        Money payable = paid.currency().rounding().sale(exact);
        exchange(rate, rest, exact);
        sheet.add("rounding", exact.minus(payable));
        return paid.minus(payable);
    }

    private void giveBack(Command.Sell sell, Money owed) {
        Currency own = sell.total().currency();
        String till = "till/" + sell.till();
        if (sell.change().isEmpty()) {
            sheet.add(till, owed.negated());
            return;
        }
        Money rest = owed;
        for (Cash cash : sell.change()) {
            Money given = cash.amount();
            sheet.add(till, given.negated());
            if (given.currency().equals(owed.currency())) {
                rest = rest.minus(given);
            }
        }
        for (Cash cash : sell.change()) {
            Money given = cash.amount();
            if (!given.currency().equals(owed.currency()) && !rest.isZero()) {
                rest = owed.currency().equals(own) ? givenInOther(rest, given) : givenInOwn(rest, given);
            }
        }
        sheet.add("rounding", rest.negated());
    }

    /// A rest of the sale's currency given in the other, at the rate the shop gives.
    private Money givenInOther(Money rest, Money given) {
        ExchangeRate rate = rate(rest.currency(), given.currency());
        Money exact = rate.given(rest);
        exchange(rate, rest.negated(), exact.negated());
        sheet.add("rounding", given.minus(exact));
        return rest.currency().zero();
    }

    /// Change of the other currency given in the sale's: the shop takes the other for it.
    private Money givenInOwn(Money rest, Money given) {
        ExchangeRate rate = rate(given.currency(), rest.currency());
        Money exact = rate.taken(given);
        exchange(rate, given, exact);
        return rest.minus(exact);
    }

    private void exchange(ExchangeRate rate, Money worth, Money exact) {
        Money reference = rate.atReference(worth);
        sheet.add("exchange", worth);
        sheet.add("exchange", reference.negated());
        sheet.add("exchange/spread", reference.minus(exact));
    }

    private ExchangeRate rate(Currency own, Currency other) {
        return rates.get(List.of(own, other));
    }
}
