package org.countinghouse.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.count.OverShortFound.Occasion;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillId;

/// What every count has in common, whatever is counted.
final class Counting {
    private final Books books;

    Counting(Books books) {
        this.books = books;
    }

    /// Every currency the place ever held must be counted: a refusal for those it holds now would tell
    /// which they are.
    Optional<Decision> fault(Account place, List<Cash> counted) {
        return fault(place, counted, currencies(place, _ -> true));
    }

    /// What a till was left with is no secret: only what it holds is asked for.
    Optional<Decision> faultAtOpening(Account till, List<Cash> counted) {
        return fault(till, counted, currencies(till));
    }

    private static Optional<Decision> fault(Account place, List<Cash> counted, Collection<Currency> needed) {
        return impossible(counted)
                .or(() -> needed.stream()
                        .filter(currency -> counted.stream()
                                .noneMatch(cash -> cash.currency().equals(currency)))
                        .findFirst()
                        .map(currency -> CashRules.refuse(
                                Refusal.NOT_COUNTED,
                                "till",
                                place.till().map(TillId::name).orElse(place.path()),
                                "currency",
                                currency)));
    }

    /// A count is never negative, and no more than anybody can hold; each currency is counted once.
    static Optional<Decision> impossible(List<Cash> counted) {
        for (Cash cash : counted) {
            if (cash.amount().isBeyondReach()) {
                return Optional.of(CashRules.tooLarge(cash.amount().toString()));
            }
            if (cash.amount().isNegative()
                    || cash.pieces().filter(pieces -> !pieces.isHeld()).isPresent()) {
                return Optional.of(CashRules.refuse(
                        Refusal.NOT_POSITIVE, "amount", cash.amount().toString()));
            }
        }
        return namedTwice(counted);
    }

    /// A refusal when a currency is there twice: nobody would know which of the two is meant.
    static Optional<Decision> namedTwice(List<Cash> cash) {
        var seen = new HashSet<Currency>();
        for (Cash each : cash) {
            if (!seen.add(each.currency())) {
                return Optional.of(CashRules.refuse(
                        Refusal.NAMED_TWICE, "currency", each.currency().code()));
            }
        }
        return Optional.empty();
    }

    /// The currencies a place holds anything of.
    Collection<Currency> currencies(Account place) {
        return currencies(place, amount -> !amount.isZero());
    }

    private Collection<Currency> currencies(Account place, Predicate<Money> held) {
        return books.balances().stream()
                .filter(balance -> balance.account().equals(place) && held.test(balance.amount()))
                .map(balance -> balance.amount().currency())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Currency::code))));
    }

    /// The pieces counted less the pieces the books knew of.
    List<Pieces> found(Account place, List<Cash> counted) {
        return counted.stream()
                .map(cash ->
                        cash.pieces().orElse(Pieces.none(cash.currency())).minus(books.stock(place, cash.currency())))
                .filter(pieces -> !pieces.isEmpty())
                .toList();
    }

    /// A record for each currency whose count is not what was expected.
    static List<? extends Fact> overShort(
            TillId till, Occasion occasion, List<Difference> differences, Optional<ShiftId> tray) {
        return differences.stream()
                .filter(difference -> !difference.expected.equals(difference.counted))
                .map(difference -> new OverShortFound(till, occasion, difference.expected, difference.counted, tray))
                .toList();
    }

    record Difference(Money expected, Money counted) {
        Money overShort() {
            return counted.minus(expected);
        }
    }
}
