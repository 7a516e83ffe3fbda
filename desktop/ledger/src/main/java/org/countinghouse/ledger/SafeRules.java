package org.countinghouse.ledger;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.count.Counted;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.safe.BankDeposited;
import org.countinghouse.ledger.safe.MachineMoved;
import org.countinghouse.ledger.safe.PlaceCounted;
import org.countinghouse.ledger.safe.Transfer;
import org.countinghouse.ledger.safe.TransferReceived;
import org.countinghouse.ledger.safe.TransferSent;
import org.countinghouse.ledger.till.TillId;

/// When cash moves between safe, machines, bags and the bank, and when these are counted.
final class SafeRules {
    private static final Pattern BAG = Pattern.compile("[a-z0-9-]{1,32}");

    private final Books books;
    private final Circumstances circumstances;
    private final Approvals approvals;
    private final Counting counting;

    SafeRules(Books books, Circumstances circumstances, Approvals approvals) {
        this.books = books;
        this.circumstances = circumstances;
        this.approvals = approvals;
        this.counting = new Counting(books);
    }

    Decision deposit(Command.DepositAtBank deposit) {
        return deposit.slip().isBlank()
                ? CashRules.refuse(Refusal.SLIP_MISSING)
                : outside(deposit.amount(), new BankDeposited(deposit.amount(), deposit.slip()));
    }

    Decision moveMachine(Command.MoveMachine move) {
        return outside(move.amount(), new MachineMoved(move.till(), move.way(), move.amount()));
    }

    private Decision outside(Cash amount, Fact fact) {
        return positive(List.of(amount)).orElseGet(() -> CashRules.outsideShift(fact, circumstances));
    }

    private static Optional<Decision> positive(List<Cash> cash) {
        return cash.stream()
                .map(Cash::amount)
                .filter(amount -> !amount.isPositive())
                .findFirst()
                .map(amount -> CashRules.refuse(Refusal.NOT_POSITIVE, "amount", amount.toString()));
    }

    Decision count(Command.CountPlace count) {
        Account place = count.place();
        boolean machine = place.machine().filter(this::isTill).isPresent();
        if (!machine && !place.equals(Account.SAFE)) {
            return CashRules.refuse(Refusal.NOT_A_PLACE, "place", place.path());
        }
        return counting.fault(place, count.counted())
                .orElseGet(() -> CashRules.outsideShift(
                        new PlaceCounted(
                                place,
                                count.counted().stream()
                                        .map(cash -> new Counted(books.balance(place, cash.currency()), cash))
                                        .toList(),
                                counting.found(place, count.counted()),
                                count.beginning(),
                                count.discrepancy()),
                        circumstances));
    }

    Decision send(Command.SendBag send) {
        if (!BAG.matcher(send.bag()).matches()) {
            return CashRules.refuse(Refusal.BAG_UNKNOWN, "bag", send.bag());
        }
        if (books.bag(send.bag()).isPresent()) {
            return CashRules.refuse(Refusal.BAG_UNDER_WAY, "bag", send.bag());
        }
        if (send.cash().isEmpty() || send.from().equals(send.to())) {
            return CashRules.refuse(Refusal.NOT_A_PLACE, "place", send.to().path());
        }
        return notAnEnd(send.from())
                .or(() -> notAnEnd(send.to()))
                .or(() -> positive(send.cash()))
                .or(() -> Counting.namedTwice(send.cash()))
                .orElseGet(() -> at(
                        send.from(), new TransferSent(send.bag(), send.from(), send.to(), send.cash(), send.note())));
    }

    private Optional<Decision> notAnEnd(Account place) {
        boolean known = place.equals(Account.SAFE)
                || place.equals(Account.BANK)
                || place.till().or(place::machine).filter(this::isTill).isPresent();
        return known ? Optional.empty() : Optional.of(CashRules.refuse(Refusal.NOT_A_PLACE, "place", place.path()));
    }

    private boolean isTill(TillId till) {
        return books.shop().filter(shop -> shop.tills().contains(till)).isPresent();
    }

    Decision receive(Command.ReceiveBag receive) {
        Optional<Transfer> found = books.bag(receive.bag());
        if (found.isEmpty()) {
            return CashRules.refuse(Refusal.BAG_UNKNOWN, "bag", receive.bag());
        }
        Transfer bag = found.get();
        Account at = receive.returned() ? bag.from() : bag.to();
        if (at.equals(Account.BANK) && receive.slip().isBlank()) {
            return CashRules.refuse(Refusal.SLIP_MISSING);
        }
        var counts = bag.cash().stream()
                .map(sent -> new Counted(sent.amount(), arrived(receive, sent)))
                .toList();
        return Counting.impossible(receive.counted())
                .or(() -> strange(receive, bag))
                .or(() -> differing(counts))
                .orElseGet(() -> at(at, new TransferReceived(receive.bag(), at, counts, bag.cash(), receive.slip())));
    }

    private static Cash arrived(Command.ReceiveBag receive, Cash sent) {
        return receive.counted().stream()
                .filter(cash -> cash.currency().equals(sent.currency()))
                .findFirst()
                .orElseGet(() -> Cash.of(sent.currency().zero()));
    }

    private static Optional<Decision> strange(Command.ReceiveBag receive, Transfer bag) {
        return receive.counted().stream()
                .map(Cash::currency)
                .filter(currency ->
                        bag.cash().stream().noneMatch(sent -> sent.currency().equals(currency)))
                .findFirst()
                .map(currency -> CashRules.refuse(Refusal.MIXED_CURRENCIES, "currency", currency.code()));
    }

    /// What arrives is what was sent, or a second person says that it is not.
    private Optional<Decision> differing(List<Counted> counts) {
        List<Money> differences = counts.stream()
                .map(Counted::overShort)
                .filter(difference -> !difference.isZero())
                .toList();
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        return circumstances.approver().isEmpty()
                ? Optional.of(CashRules.refuse(Refusal.COUNTS_DIFFER))
                : approvals.approved(Matter.OVER_SHORT, differences, Optional.empty());
    }

    /// What touches a till happens in its shift.
    private Decision at(Account place, Fact fact) {
        if (place.till().isEmpty()) {
            return CashRules.outsideShift(fact, circumstances);
        }
        TillId till = place.till().get();
        return books.openShift(till)
                .map(shift -> CashRules.unlessTrading(shift).orElseGet(() -> CashRules.in(shift, fact)))
                .orElseGet(() -> CashRules.refuse(Refusal.NO_OPEN_SHIFT, "till", till.name()));
    }
}
