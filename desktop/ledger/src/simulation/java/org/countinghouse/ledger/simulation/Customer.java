package org.countinghouse.ledger.simulation;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.ExchangeRate;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.ledger.till.TillId;

/// What somebody buys and how they pay it: in cash, by card, in notes of another currency, or not enough.
final class Customer {
    private final Chance c;
    private final Books books;

    Customer(Chance c, Books books) {
        this.c = c;
        this.books = books;
    }

    Command buys(TillId till) {
        Money total = c.money();
        if (total.minorUnits() >= Money.LARGEST || total.isNegative()) {
            // A typing mistake, which nobody adds to.
            return new Command.Sell(till, total, List.of(), List.of(Tendered.of(Tender.CASH, total)), List.of(), "");
        }
        List<SaleLine> lines = lines(total);
        Optional<ExchangeRate> rate = c.oneIn(2)
                ? Optional.empty()
                : c.shop().currencies().stream()
                        .flatMap(other -> books.rate(total.currency(), other).stream())
                        .findFirst();
        List<Tendered> tenders = rate.filter(_ -> c.oneIn(2) && total.isPositive())
                .map(at -> List.of(new Tendered(Tender.CASH, c.cash(inOther(at, total)))))
                .orElseGet(() -> tenders(total));
        List<Cash> change = rate.filter(_ -> c.oneIn(2))
                .map(at -> change(at, total, tenders))
                .orElse(List.of());
        return new Command.Sell(till, total, lines, tenders, change, "");
    }

    private List<SaleLine> lines(Money total) {
        if (!total.isPositive() || c.oneIn(2)) {
            return List.of();
        }
        Money least = total.currency().of(1);
        return c.nonsense()
                ? List.of(new SaleLine("tea", c.oneIn(2) ? 2 : Money.LARGEST, total))
                : List.of(new SaleLine("tea", 1, least), new SaleLine("bun", 1, total.minus(least)));
    }

    private List<Tendered> tenders(Money total) {
        if (c.nonsense()) {
            return List.of(Tendered.of(c.tender(), c.money()));
        }
        Money more = total.plus(c.sum(total.currency()));
        return switch (c.upTo(4)) {
            case 0 -> List.of();
            case 1 -> List.of(new Tendered(Tender.CASH, c.cash(total)));
            case 2 -> List.of(new Tendered(c.oneIn(5) ? Tender.CASH_MACHINE : Tender.CASH, c.cash(more)));
            case 3 -> List.of(Tendered.of(c.tender(), total));
            default ->
                List.of(Tendered.of(Tender.CARD, total.currency().of(1)), new Tendered(Tender.CASH, c.cash(total)));
        };
    }

    /// What the total is in the other currency, as cash pays it, and sometimes a note more.
    private Money inOther(ExchangeRate rate, Money total) {
        Currency other = rate.foreign();
        Money due = other.rounding().sale(rate.taken(total));
        return c.oneIn(2)
                ? due
                : due.plus(other.of(other.denominations().getFirst().minorUnits()));
    }

    /// Change in two currencies: the whole of what is owed less a little, and the little at the rate the shop gives.
    private List<Cash> change(ExchangeRate rate, Money total, List<Tendered> tenders) {
        if (tenders.stream().anyMatch(tendered -> tendered.amount().isBeyondReach())) {
            return List.of();
        }
        Money owed = tenders.stream()
                .map(Tendered::amount)
                .filter(amount -> amount.currency().equals(total.currency()))
                .reduce(total.negated(), Money::plus);
        if (!owed.isPositive() || owed.minorUnits() >= Money.LARGEST / 1_000_000) {
            return List.of();
        }
        Money own = owed.currency().of(owed.minorUnits() / (1 + c.upTo(3)));
        Money other = rate.foreign().rounding().sale(rate.given(owed.minus(own)));
        return List.of(
                c.cash(own),
                c.cash(
                        c.nonsense()
                                ? own
                                : c.nonsense() ? other.plus(rate.foreign().of(100)) : other));
    }
}
