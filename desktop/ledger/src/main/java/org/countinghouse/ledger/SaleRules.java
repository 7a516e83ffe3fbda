package org.countinghouse.ledger;

import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.approval.Matter;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.Shift;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;

/// When a sale or a refund may be written.
final class SaleRules {
    private final Books books;
    private final Circumstances circumstances;
    private final Approvals approvals;

    SaleRules(Books books, Circumstances circumstances, Approvals approvals) {
        this.books = books;
        this.circumstances = circumstances;
        this.approvals = approvals;
    }

    Decision sell(Command.Sell sell, Shift shift) {
        var outcome = settled(sell, books::rate);
        return outcome.refusal()
                .or(() -> beyondDeposit(sell))
                .orElseGet(() -> CashRules.in(shift, outcome.sale().orElseThrow()));
    }

    /// What is the sale's own matter, wherever and by whom it is made.
    static Settling.Outcome settled(Command.Sell sell, Settling.Rates rates) {
        return fault(sell).map(Settling.Outcome::refused).orElseGet(() -> Settling.settle(sell, rates));
    }

    private static Optional<Decision> fault(Command.Sell sell) {
        Currency own = sell.total().currency();
        if (isMixed(sell, own)) {
            return Optional.of(CashRules.refuse(Refusal.MIXED_CURRENCIES, "currency", own.code()));
        }
        if (!sell.total().isPositive() || isNotPaid(sell)) {
            return Optional.of(CashRules.refuse(
                    Refusal.NOT_POSITIVE, "amount", sell.total().toString()));
        }
        // What is given back again is in no posting.
        var tooMuch = sell.tenders().stream()
                .map(Tendered::amount)
                .filter(Money::isBeyondReach)
                .findFirst();
        if (tooMuch.isPresent()) {
            return Optional.of(CashRules.tooLarge(tooMuch.get().toString()));
        }
        Money lines = sell.lines().stream().map(SaleLine::total).reduce(own.zero(), Money::plus);
        return !sell.lines().isEmpty() && !lines.equals(sell.total())
                ? Optional.of(CashRules.refuse(Refusal.LINES_DO_NOT_MEET_TOTAL, "total", sell.total(), "lines", lines))
                : Counting.namedTwice(sell.change());
    }

    /// Lines and cards are in the sale's currency; cash may be in one other, so that the rate is one.
    private static boolean isMixed(Command.Sell sell, Currency own) {
        return sell.lines().stream()
                        .anyMatch(line -> !line.unitPrice().currency().equals(own))
                || sell.tenders().stream()
                        .anyMatch(tendered -> tendered.tender() != Tender.CASH
                                && !tendered.amount().currency().equals(own))
                || Settling.others(sell).count() > 1;
    }

    /// A sale is paid only from what really lies in the machine and is the customer's.
    private Optional<Decision> beyondDeposit(Command.Sell sell) {
        Money wanted = sell.tenders().stream()
                .filter(tendered -> tendered.tender() == Tender.MACHINE_DEPOSIT)
                .map(Tendered::amount)
                .reduce(sell.total().currency().zero(), Money::plus);
        if (wanted.isZero()) {
            return Optional.empty();
        }
        Money owed = books.balance(Account.owed(sell.till()), wanted.currency());
        Money deposit = owed.isNegative() ? owed.negated() : wanted.currency().zero();
        return wanted.compareTo(deposit) > 0
                ? Optional.of(CashRules.refuse(Refusal.DEPOSIT_TOO_SMALL, "amount", wanted, "deposit", deposit))
                : Optional.empty();
    }

    private static boolean isNotPaid(Command.Sell sell) {
        return sell.tenders().stream().anyMatch(tendered -> !tendered.amount().isPositive())
                || sell.change().stream().anyMatch(cash -> cash.amount().isNegative());
    }

    Decision refund(Command.Refund refund, Shift shift) {
        if (!refund.amount().isPositive()) {
            return CashRules.refuse(
                    Refusal.NOT_POSITIVE, "amount", refund.amount().toString());
        }
        return approvals
                .reason(Matter.REFUND, refund.reason(), refund.note())
                .or(() -> refund.sale().flatMap(sale -> faultInSale(sale, refund.amount())))
                .or(() -> approvals.amount(Matter.REFUND, refund.amount()))
                .orElseGet(() -> payBack(refund, shift));
    }

    private Optional<Decision> faultInSale(UUID id, Money amount) {
        Optional<Entry> found = circumstances.history().find(id);
        if (found.isPresent() && found.get().fact() instanceof RefundMade) {
            return Optional.of(CashRules.refuse(
                    Refusal.REFUND_OF_REFUND,
                    "sequence",
                    Long.toString(found.get().sequence())));
        }
        if (found.isEmpty() || !(found.get().fact() instanceof SaleMade sale)) {
            return Optional.of(CashRules.refuse(Refusal.SALE_NOT_FOUND, "sale", id.toString()));
        }
        if (!sale.total().currency().equals(amount.currency())) {
            return Optional.of(CashRules.refuse(
                    Refusal.MIXED_CURRENCIES,
                    "currency",
                    sale.total().currency().code()));
        }
        if (circumstances.history().isCorrected(id)) {
            return Optional.of(CashRules.refuse(
                    Refusal.ALREADY_CORRECTED,
                    "sequence",
                    Long.toString(found.get().sequence())));
        }
        return faultInRest(id, sale, amount);
    }

    private Optional<Decision> faultInRest(UUID id, SaleMade sale, Money amount) {
        Money left = sale.total()
                .minus(sale.total().currency().of(circumstances.history().refunded(id)));
        if (left.isZero()) {
            return Optional.of(CashRules.refuse(Refusal.ALREADY_REFUNDED, "sale", id.toString()));
        }
        return amount.compareTo(left) > 0
                ? Optional.of(CashRules.refuse(Refusal.REFUND_EXCEEDS_SALE, "amount", amount, "left", left))
                : Optional.empty();
    }

    private static Decision payBack(Command.Refund refund, Shift shift) {
        Money exact = refund.amount();
        Money paid = refund.tender().isCash() ? exact.currency().rounding().refund(exact) : exact;
        if (refund.pieces().filter(pieces -> !pieces.total().equals(paid)).isPresent()) {
            return CashRules.refuse(
                    Refusal.CHANGE_DOES_NOT_MEET_PIECES,
                    "change",
                    paid,
                    "pieces",
                    refund.pieces().get().total());
        }
        return CashRules.in(
                shift,
                new RefundMade(
                        refund.till(),
                        new Cash(paid, refund.pieces()),
                        refund.tender(),
                        refund.sale(),
                        refund.reason(),
                        paid.equals(exact) ? Optional.empty() : Optional.of(exact),
                        CashRules.ifSaid(refund.note())));
    }
}
