package org.countinghouse.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countinghouse.ledger.Decision.Decided;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.count.OverShortFound;
import org.countinghouse.ledger.count.OverShortFound.Occasion;
import org.countinghouse.ledger.count.TillCounted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.report.Figures;
import org.countinghouse.ledger.report.GrandTotal;
import org.countinghouse.ledger.report.ZReported;
import org.countinghouse.ledger.shift.OpeningFloat;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.shift.ShiftClosed;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.till.SafeDropped;
import org.countinghouse.ledger.till.TillId;

/// When a shift may be opened, counted, closed and reported.
final class ShiftRules {
    private final Books books;
    private final Circumstances circumstances;

    ShiftRules(Books books, Circumstances circumstances) {
        this.books = books;
        this.circumstances = circumstances;
    }

    Decision open(Command.OpenShift open) {
        Optional<Shift> already = books.openShift(open.till());
        if (already.isPresent()) {
            return CashRules.refuse(
                    Refusal.SHIFT_ALREADY_OPEN,
                    "till",
                    open.till(),
                    "shift",
                    already.get().id());
        }
        Optional<Decision> fault = faultIn(open.till(), open.counted());
        return fault.orElseGet(() -> decideOpening(open));
    }

    private Decision decideOpening(Command.OpenShift open) {
        var shift = new ShiftId(open.till(), books.till(open.till()).shifts() + 1);
        var floats = open.counted().stream()
                .map(counted -> openingFloat(open, counted))
                .toList();
        var facts = new ArrayList<Fact>();
        facts.add(new ShiftOpened(shift, floats, found(open.till(), open.counted())));
        for (OpeningFloat opening : floats) {
            if (!opening.overShort().isZero()) {
                facts.add(new OverShortFound(
                        open.till(),
                        Occasion.OPENING,
                        opening.proposed(),
                        opening.counted().amount()));
            }
        }
        return new Decided(facts, Optional.of(shift), circumstances.today());
    }

    private OpeningFloat openingFloat(Command.OpenShift open, Cash counted) {
        Money left = books.balance(Account.till(open.till()), counted.currency());
        Money fromSafe = open.fromSafe()
                .map(given -> given.stream()
                        .filter(amount -> amount.currency().equals(counted.currency()))
                        .reduce(counted.currency().zero(), Money::plus))
                .orElseGet(() ->
                        left.isZero() ? counted.amount() : counted.currency().zero());
        return new OpeningFloat(left, fromSafe, counted);
    }

    Decision count(Command.CountTill count, Shift shift) {
        return faultIn(count.till(), count.counted())
                .orElseGet(() -> CashRules.in(
                        shift, new TillCounted(shift.id(), count.counted(), found(count.till(), count.counted()))));
    }

    /// Every currency the till holds must be counted, and a count is never negative.
    private Optional<Decision> faultIn(TillId till, List<Cash> counted) {
        for (Cash cash : counted) {
            if (cash.amount().isNegative()
                    || cash.pieces().filter(pieces -> !pieces.isHeld()).isPresent()) {
                return Optional.of(CashRules.refuse(
                        Refusal.NOT_POSITIVE, "amount", cash.amount().toString()));
            }
        }
        return currencies(till).stream()
                .filter(currency ->
                        counted.stream().noneMatch(cash -> cash.currency().equals(currency)))
                .findFirst()
                .map(currency -> CashRules.refuse(Refusal.NOT_COUNTED, "till", till, "currency", currency));
    }

    private Collection<Currency> currencies(TillId till) {
        return books.balances().stream()
                .filter(balance -> balance.account().equals(Account.till(till))
                        && !balance.amount().isZero())
                .map(balance -> balance.amount().currency())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Currency::code))));
    }

    private List<Pieces> found(TillId till, List<Cash> counted) {
        return counted.stream()
                .map(cash -> cash.pieces()
                        .orElse(Pieces.none(cash.currency()))
                        .minus(books.stock(Account.till(till), cash.currency())))
                .filter(pieces -> !pieces.isEmpty())
                .toList();
    }

    Decision close(Command.CloseShift close, Shift shift) {
        if (shift.state() != Shift.State.COUNTED) {
            return CashRules.refuse(
                    Refusal.COUNT_NOT_SEALED, "till", close.till().name());
        }
        var counts = shift.counted().stream()
                .map(counted -> new Counted(books.expected(shift.id(), counted.currency()), counted))
                .toList();
        Optional<Decision> fault = close.drop().stream()
                .flatMap(drop -> faultInDrop(drop, counts).stream())
                .findFirst();
        return fault.orElseGet(() -> decideClose(close, shift, counts));
    }

    private static Optional<Decision> faultInDrop(Cash drop, List<Counted> counts) {
        Money counted = counts.stream()
                .filter(count -> count.currency().equals(drop.currency()))
                .map(count -> count.counted().amount())
                .findFirst()
                .orElse(drop.currency().zero());
        if (!drop.amount().isPositive()) {
            return Optional.of(CashRules.refuse(
                    Refusal.NOT_POSITIVE, "amount", drop.amount().toString()));
        }
        return drop.amount().compareTo(counted) > 0
                ? Optional.of(CashRules.refuse(Refusal.DROP_EXCEEDS_COUNT, "amount", drop.amount(), "counted", counted))
                : Optional.empty();
    }

    private Decision decideClose(Command.CloseShift close, Shift shift, List<Counted> counts) {
        var facts = new ArrayList<Fact>();
        facts.add(new ShiftClosed(shift.id(), counts));
        for (Counted count : counts) {
            if (!count.overShort().isZero()) {
                facts.add(new OverShortFound(
                        close.till(),
                        Occasion.CLOSING,
                        count.expected(),
                        count.counted().amount()));
            }
        }
        close.drop().forEach(drop -> facts.add(new SafeDropped(close.till(), drop, close.bag())));
        if (close.withZ()) {
            facts.add(z(close.till(), counts, facts));
        }
        return new Decided(facts, Optional.of(shift.id()), shift.businessDate());
    }

    Decision takeZ(TillId till) {
        var unreported = books.unreported(till);
        if (unreported.isEmpty()) {
            return CashRules.refuse(Refusal.NOTHING_TO_REPORT, "till", till.name());
        }
        var last = unreported.getLast();
        if (!last.isClosed()) {
            return CashRules.refuse(Refusal.SHIFT_ALREADY_OPEN, "till", till, "shift", last.id());
        }
        return CashRules.in(last, z(till, last.closing(), List.of()));
    }

    /// @param pending facts of the same transaction that the books do not hold yet
    private ZReported z(TillId till, List<Counted> counts, List<Fact> pending) {
        var unreported = books.unreported(till);
        var figures = Figures.of(
                pending.stream().flatMap(fact -> fact.tallies().stream()).toList());
        for (Shift shift : unreported) {
            figures = books.figures(shift.id()).plus(figures);
        }
        return new ZReported(
                till,
                books.till(till).zNumber() + 1,
                unreported.stream().map(Shift::id).toList(),
                unreported.getFirst().firstSequence(),
                books.lastSequence() + pending.size(),
                figures.tallies(),
                counts,
                grandTotals(till, counts));
    }

    private List<GrandTotal> grandTotals(TillId till, List<Counted> counts) {
        return counts.stream()
                .map(count -> books.grandTotal(till, count.currency()))
                .toList();
    }
}
