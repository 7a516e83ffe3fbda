package org.countinghouse.app.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.app.till.ChangePlan.Part;
import org.countinghouse.ledger.Quote;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.CashRounding;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.ChangeAdvice;
import org.countinghouse.ledger.till.ChangeAdvisor;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.SecondCurrency;

/// Shares the change between two currencies as the ledger's advisor does, and asks the ledger whether it may be so.
final class ChangePlanner {
    /// Whoever offers less than is owed owes nobody anything.
    private static final CashRounding NEVER_MORE =
            new CashRounding(1, CashRounding.Tie.DOWN, CashRounding.Direction.DOWN, true);

    private final Due paid;
    private final Money owed;
    private final SaleMade plain;

    private ChangePlanner(Due paid, SaleMade plain) {
        this.paid = paid;
        this.plain = plain;
        this.owed = owed(plain);
    }

    /// @param first the currency to give back as far as it goes; empty for the one too much was paid in
    /// @return nothing while it is not paid
    static Optional<ChangePlan> plan(Due paid, Optional<Currency> first) {
        return paid.isCovered() && paid.quote(List.of()) instanceof Quote.Settles(var sale)
                ? Optional.of(new ChangePlanner(paid, sale).plan(first))
                : Optional.empty();
    }

    /// What the ledger owes, in the one currency too much was paid in.
    private static Money owed(SaleMade sale) {
        Money own = sale.change().amount();
        return own.isPositive()
                ? own
                : sale.settlement().change().stream()
                        .map(Cash::amount)
                        .findFirst()
                        .orElse(own);
    }

    private ChangePlan plan(Optional<Currency> first) {
        var shared = split(first).stream().filter(Money::isPositive).toList();
        return paid.quote(shared.stream().map(Cash::of).toList()) instanceof Quote.Settles(var sale)
                ? new ChangePlan(parts(shared), sale)
                : new ChangePlan(owed.isPositive() ? parts(List.of(owed)) : List.of(), plain);
    }

    private List<Part> parts(List<Money> amounts) {
        return amounts.stream().map(this::part).toList();
    }

    private List<Money> split(Optional<Currency> first) {
        Optional<ExchangeRate> rate = second(first).flatMap(paid::rate);
        if (rate.isEmpty() || owed.isZero()) {
            return List.of(owed);
        }
        boolean ownFirst = first.orElse(owed.currency()).equals(paid.own());
        return owed.currency().equals(paid.own())
                ? ofOwn(
                        rate.get(),
                        ownFirst ? advised(rate.get()) : owed.currency().zero())
                : ofForeign(rate.get(), ownFirst);
    }

    /// A sale knows one other currency.
    private Optional<Currency> second(Optional<Currency> first) {
        return paid.foreign()
                .or(() -> first.filter(currency -> !currency.equals(paid.own())))
                .or(() ->
                        paid.terms().rates().stream().map(ExchangeRate::foreign).findFirst());
    }

    /// What is not given in the sale's currency is given in the other, at the rate the shop gives.
    private List<Money> ofOwn(ExchangeRate rate, Money inOwn) {
        Money rest = owed.minus(inOwn);
        return List.of(inOwn, rate.foreign().rounding().sale(rate.given(rest)));
    }

    /// What is given in the sale's currency is bought from the shop, at the rate it takes.
    private List<Money> ofForeign(ExchangeRate rate, boolean ownFirst) {
        Money inOwn = ownFirst
                ? made(NEVER_MORE.saleAt(owed, rate.take(), rate.one()))
                : rate.one().currency().zero();
        Money rest = owed.minus(rate.taken(inOwn));
        return inOwn.isZero()
                ? List.of(owed)
                : List.of(inOwn, rest.currency().rounding().sale(rest));
    }

    private Money advised(ExchangeRate rate) {
        Optional<Pieces> held = offered(owed);
        if (held.isEmpty()) {
            return usual(owed);
        }
        Pieces others = paid.terms().stock(rate.foreign());
        var second = new SecondCurrency(others, rate.one(), rate.give());
        return ChangeAdvisor.across(owed, held.get(), paid.own().of(1), second)
                .first()
                .total();
    }

    /// As much of an amount as the till's pieces make.
    private Money made(Money amount) {
        return offered(amount)
                .map(held -> ChangeAdvisor.advise(amount, held).atMost().total())
                .orElseGet(() -> usual(amount));
    }

    /// As much of an amount as the kinds of notes and coins make that lie in the till: no cents where there are none.
    private Money usual(Money amount) {
        Currency currency = amount.currency();
        var kinds = paid.terms().stock(currency).counts().keySet();
        if (kinds.isEmpty()) {
            return amount;
        }
        var there = new Currency(
                currency.code(),
                currency.digits(),
                currency.denominations().stream()
                        .filter(each -> kinds.contains(each.minorUnits()))
                        .toList(),
                currency.rounding());
        return Pieces.largestFirst(there.of(amount.minorUnits())).total();
    }

    /// What the till holds, where advice from it tells nobody how much that is: for no more than the largest note,
    /// and only when it is enough.
    private Optional<Pieces> offered(Money due) {
        Pieces held = held(due.currency());
        return isUsual(due) && held.total().compareTo(due) >= 0 ? Optional.of(held) : Optional.empty();
    }

    private Pieces held(Currency currency) {
        var counts = new TreeMap<>(paid.terms().stock(currency).counts());
        counts.values().removeIf(count -> count < 0);
        return Pieces.of(currency, counts);
    }

    private static boolean isUsual(Money due) {
        return due.currency().denominations().stream()
                .findFirst()
                .filter(largest -> due.minorUnits() <= largest.minorUnits())
                .isPresent();
    }

    private Part part(Money amount) {
        Pieces anyhow = Pieces.largestFirst(amount);
        Pieces held = held(amount.currency());
        if (held.isEmpty() || !isUsual(amount)) {
            return new Part(amount, anyhow, false, List.of());
        }
        if (held.total().compareTo(amount) < 0) {
            return new Part(amount, anyhow, true, List.of());
        }
        return switch (ChangeAdvisor.advise(amount, held)) {
            case ChangeAdvice.Paid(var pieces) -> new Part(amount, pieces, false, List.of());
            case ChangeAdvice.NotExact(var below, var above) -> {
                var nearest = new ArrayList<Money>();
                above.ifPresent(more -> {
                    nearest.add(below.total());
                    nearest.add(more.total());
                });
                yield new Part(amount, anyhow, true, nearest);
            }
            case ChangeAdvice.Undecided _ -> new Part(amount, anyhow, false, List.of());
        };
    }
}
