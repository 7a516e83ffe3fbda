package org.countinghouse.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Exchange;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Settlement;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;

/// How one sale is settled. What cards and vouchers leave is due in cash: first in the sale's currency, the rest
/// in one other, at the shop's rate. Only what cash settles is rounded, in the currency that settles it (decision
/// 0002).
final class Settling {
    private final Command.Sell sell;
    private final Currency own;
    private final Money total;
    private final Optional<ExchangeRate> rate;
    private final List<Exchange> exchanges = new ArrayList<>();
    private Money owed;
    private Money roundedOwn;
    private Optional<Money> roundedOther = Optional.empty();

    private Settling(Command.Sell sell, Optional<ExchangeRate> rate) {
        this.sell = sell;
        this.total = sell.total();
        this.own = total.currency();
        this.rate = rate;
        this.owed = own.zero();
        this.roundedOwn = own.zero();
    }

    /// A refusal, or the sale in [Outcome#sale].
    record Outcome(Optional<Decision> refusal, Optional<SaleMade> sale) {
        static Outcome refused(Decision refusal) {
            return new Outcome(Optional.of(refusal), Optional.empty());
        }
    }

    /// What the shop gives and takes for one currency in another, where it has a rate.
    interface Rates {
        Optional<ExchangeRate> rate(Currency own, Currency foreign);
    }

    /// @param sell in one currency but for cash in one other
    static Outcome settle(Command.Sell sell, Rates rates) {
        Currency own = sell.total().currency();
        Optional<Currency> other = others(sell).findFirst();
        Optional<ExchangeRate> rate = other.flatMap(foreign -> rates.rate(own, foreign));
        if (other.isPresent() && rate.isEmpty()) {
            return Outcome.refused(CashRules.refuse(
                    Refusal.NO_RATE,
                    "currency",
                    own.code(),
                    "other",
                    other.get().code()));
        }
        return new Settling(exactlyPaid(sell), rate).settle();
    }

    /// The other currencies cash changes hands in.
    static Stream<Currency> others(Command.Sell sell) {
        return Stream.concat(
                        sell.tenders().stream()
                                .map(tendered -> tendered.amount().currency()),
                        sell.change().stream().map(Cash::currency))
                .filter(currency -> !currency.equals(sell.total().currency()))
                .distinct();
    }

    /// Without tenders a sale is paid in cash, exactly.
    private static Command.Sell exactlyPaid(Command.Sell sell) {
        return sell.tenders().isEmpty()
                ? new Command.Sell(
                        sell.till(),
                        sell.total(),
                        sell.lines(),
                        List.of(Tendered.of(
                                Tender.CASH, sell.total().currency().rounding().sale(sell.total()))),
                        sell.change(),
                        sell.reference())
                : sell;
    }

    private Outcome settle() {
        Money due = total.minus(sum(false, own));
        Money cash = sum(true, own);
        if (due.isNegative()) {
            return Outcome.refused(CashRules.refuse(
                    Refusal.CHANGE_ONLY_FROM_CASH, "change", due.negated().plus(cash), "cash", cash));
        }
        Optional<Decision> refusal = rate.map(ExchangeRate::foreign)
                .map(other -> sum(true, other))
                .filter(Money::isPositive)
                .map(paid -> settleInOther(due.minus(cash), paid))
                .orElseGet(() -> settleInOwn(due, cash));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return giveChange();
    }

    private Money sum(boolean inCash, Currency currency) {
        return sell.tenders().stream()
                .filter(tendered -> tendered.tender().isCash() == inCash
                        && tendered.amount().currency().equals(currency))
                .map(Tendered::amount)
                .reduce(currency.zero(), Money::plus);
    }

    private Optional<Decision> settleInOwn(Money due, Money cash) {
        boolean inCash =
                sell.tenders().stream().anyMatch(tendered -> tendered.tender().isCash());
        Money payable = inCash ? own.rounding().sale(due) : due;
        owed = cash.minus(payable);
        roundedOwn = payable.minus(due);
        return owed.isNegative()
                ? Optional.of(CashRules.refuse(
                        Refusal.NOT_ENOUGH_TENDERED, "total", total, "tendered", cash.plus(sum(false, own))))
                : Optional.empty();
    }

    private Optional<Decision> settleInOther(Money rest, Money paid) {
        ExchangeRate at = rate.orElseThrow();
        if (!rest.isPositive()) {
            return Optional.of(CashRules.refuse(
                    Refusal.TENDER_NOT_NEEDED, "currency", at.foreign().code()));
        }
        Exchange exchange = Exchange.taken(at, rest);
        Money payable = at.foreign().rounding().sale(exchange.exact());
        exchanges.add(exchange);
        owed = paid.minus(payable);
        roundedOther = Optional.of(payable.minus(exchange.exact()));
        return owed.isNegative()
                ? Optional.of(CashRules.refuse(Refusal.NOT_ENOUGH_TENDERED, "total", payable, "tendered", paid))
                : Optional.empty();
    }

    private Outcome giveChange() {
        Cash inOwn = given(own)
                .orElseGet(() ->
                        Cash.of(owed.currency().equals(own) && sell.change().isEmpty() ? owed : own.zero()));
        Optional<Cash> inOther = rate.map(ExchangeRate::foreign)
                .map(other -> given(other)
                        .orElseGet(() -> Cash.of(
                                owed.currency().equals(other) && sell.change().isEmpty() ? owed : other.zero())));
        Optional<Decision> refusal = owed.currency().equals(own)
                ? changeOfOwn(inOwn.amount(), inOther.map(Cash::amount))
                : changeOfOther(inOwn.amount(), inOther.orElseThrow().amount());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var rounding = new ArrayList<Money>();
        rounding.add(roundedOwn);
        roundedOther.ifPresent(rounding::add);
        var settlement = new Settlement(exchanges, rounding, inOther.stream().toList());
        return new Outcome(
                Optional.empty(),
                Optional.of(new SaleMade(
                        sell.till(),
                        total,
                        sell.lines(),
                        sell.tenders(),
                        inOwn,
                        sell.reference(),
                        settlement.isPlain() ? Optional.empty() : Optional.of(settlement))));
    }

    private Optional<Cash> given(Currency currency) {
        return sell.change().stream()
                .filter(cash -> cash.currency().equals(currency))
                .findFirst();
    }

    /// Change owed in the sale's currency: what is not given in it is given in the other, at the rate the shop
    /// gives.
    private Optional<Decision> changeOfOwn(Money inOwn, Optional<Money> inOther) {
        Money rest = owed.minus(inOwn);
        if (rest.isZero() && inOther.filter(Money::isPositive).isEmpty()) {
            return Optional.empty();
        }
        if (!rest.isPositive() || inOther.isEmpty()) {
            return Optional.of(unmet(owed, inOwn));
        }
        Exchange exchange = Exchange.given(rate.orElseThrow(), rest);
        Money exact = exchange.exact().negated();
        Money payable = exact.currency().rounding().sale(exact);
        exchanges.add(exchange);
        roundedOther = Optional.of(roundedOther.orElse(exact.currency().zero()).plus(exact.minus(inOther.get())));
        return payable.equals(inOther.get()) ? Optional.empty() : Optional.of(unmet(payable, inOther.get()));
    }

    /// Change owed in the other currency: what is given in the sale's is bought from the shop, at the rate it takes.
    private Optional<Decision> changeOfOther(Money inOwn, Money inOther) {
        Money rest = owed;
        if (inOwn.isPositive()) {
            Exchange exchange = Exchange.taken(rate.orElseThrow(), inOwn);
            rest = owed.minus(exchange.exact());
            exchanges.add(exchange);
        }
        if (rest.isNegative()) {
            return Optional.of(unmet(owed, inOther));
        }
        Money payable = rest.equals(owed) ? owed : rest.currency().rounding().sale(rest);
        roundedOther = Optional.of(roundedOther.orElse(rest.currency().zero()).plus(rest.minus(inOther)));
        return payable.equals(inOther) ? Optional.empty() : Optional.of(unmet(payable, inOther));
    }

    private static Decision unmet(Money owed, Money given) {
        return CashRules.refuse(Refusal.CHANGE_DOES_NOT_MEET_PIECES, "change", owed, "pieces", given);
    }
}
