package org.countinghouse.app.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Quote;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.CashRounding;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// What a customer has given and has still to give. Whether it is enough, and what goes back, the ledger says.
record Due(TillId till, Money total, List<Tendered> tendered, Terms terms) {
    /// What is given in one currency at its rate and what the ledger asks for differ by rounding only.
    private static final int MOST_STEPS = 3;

    Due {
        tendered = List.copyOf(tendered);
    }

    Currency own() {
        return total.currency();
    }

    Due with(Tendered more) {
        var all = new ArrayList<>(tendered);
        all.add(more);
        return new Due(till, total, all, terms);
    }

    /// What the ledger would make of it now.
    ///
    /// @param change what would be given back; empty leaves it to the currency too much was paid in
    Quote quote(List<Cash> change) {
        return Quote.of(new Command.Sell(till, total, List.of(), tendered, change, ""), terms.rates());
    }

    boolean isCovered() {
        return !tendered.isEmpty() && quote(List.of()) instanceof Quote.Settles;
    }

    /// The other currency that cash was given in.
    Optional<Currency> foreign() {
        return tendered.stream()
                .map(each -> each.amount().currency())
                .filter(currency -> !currency.equals(own()))
                .findFirst();
    }

    /// Whether cash of this currency can be taken: a sale takes its own and one other that has a rate.
    boolean takes(Currency currency) {
        return currency.equals(own())
                || terms.rate(own(), currency).isPresent()
                        && foreign().filter(other -> !other.equals(currency)).isEmpty();
    }

    Optional<ExchangeRate> rate(Currency foreign) {
        return terms.rate(own(), foreign);
    }

    /// What a tender counts for in the sale's currency, at the rate the shop takes.
    Money worth(Tendered given) {
        Money amount = given.amount();
        return rate(amount.currency())
                .map(rate -> CashRounding.nearest(1).saleAt(amount, rate.take(), rate.one()))
                .orElse(amount);
    }

    /// What is left for a card or a voucher, to the minor unit. Zero once all is paid.
    Money left() {
        return isCovered() ? own().zero() : least(Tender.CARD, positive(unpaid().minus(paidElsewhere())), 1);
    }

    /// What is left when the rest is paid in cash of this currency.
    Money left(Currency currency) {
        if (isCovered() || !takes(currency)) {
            return currency.zero();
        }
        if (!currency.equals(own())) {
            ExchangeRate rate = rate(currency).orElseThrow();
            Money payable = currency.rounding().sale(rate.taken(positive(unpaid())));
            return positive(payable.minus(paidIn(currency)));
        }
        return foreign().isEmpty()
                ? positive(own().rounding()
                        .sale(positive(unpaid().plus(paidIn(own()))))
                        .minus(paidIn(own())))
                : least(
                        Tender.CASH,
                        own().rounding().sale(positive(unpaid().minus(paidElsewhere()))),
                        own().cashStep());
    }

    /// What tenders of the sale's currency leave.
    private Money unpaid() {
        return tendered.stream()
                .map(Tendered::amount)
                .filter(amount -> amount.currency().equals(own()))
                .reduce(total, Money::minus);
    }

    private Money paidIn(Currency currency) {
        return tendered.stream()
                .filter(each ->
                        each.tender().isCash() && each.amount().currency().equals(currency))
                .map(Tendered::amount)
                .reduce(currency.zero(), Money::plus);
    }

    private Money paidElsewhere() {
        return tendered.stream()
                .filter(each -> !each.amount().currency().equals(own()))
                .map(this::worth)
                .reduce(own().zero(), Money::plus);
    }

    private static Money positive(Money amount) {
        return amount.isNegative() ? amount.currency().zero() : amount;
    }

    /// The amount, or a step or two more where the ledger says that it is not yet enough.
    private Money least(Tender tender, Money amount, long step) {
        Money asked = amount;
        for (int tried = 0; tried < MOST_STEPS; tried++) {
            if (asked.isPositive() && with(Tendered.of(tender, asked)).isCovered()) {
                return asked;
            }
            asked = asked.plus(own().of(step));
        }
        return amount;
    }
}
