package org.countinghouse.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Circumstances circumstances;

    SaleRules(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    Decision sell(Command.Sell sell, Shift shift) {
        Currency currency = sell.total().currency();
        Optional<Currency> foreign = foreign(sell, currency);
        if (foreign.isPresent()) {
            return CashRules.refuse(Refusal.MIXED_CURRENCIES, "currency", currency.code());
        }
        if (!sell.total().isPositive()
                || sell.tenders().stream()
                        .anyMatch(tendered -> !tendered.amount().isPositive())) {
            return CashRules.refuse(Refusal.NOT_POSITIVE, "amount", sell.total().toString());
        }
        Money lines = sell.lines().stream().map(SaleLine::total).reduce(currency.zero(), Money::plus);
        if (!sell.lines().isEmpty() && !lines.equals(sell.total())) {
            return CashRules.refuse(Refusal.LINES_DO_NOT_MEET_TOTAL, "total", sell.total(), "lines", lines);
        }
        return settle(sell, shift);
    }

    private static Optional<Currency> foreign(Command.Sell sell, Currency currency) {
        return Stream.concat(
                        sell.lines().stream().map(line -> line.unitPrice().currency()),
                        sell.tenders().stream()
                                .map(tendered -> tendered.amount().currency()))
                .filter(other -> !other.equals(currency))
                .findFirst();
    }

    private static Decision settle(Command.Sell sell, Shift shift) {
        Money tendered = sum(sell.tenders(), sell.total().currency());
        Money change = tendered.minus(sell.total());
        Money cash = sum(
                sell.tenders().stream()
                        .filter(each -> each.tender() == Tender.CASH)
                        .toList(),
                sell.total().currency());
        if (change.isNegative()) {
            return CashRules.refuse(Refusal.NOT_ENOUGH_TENDERED, "total", sell.total(), "tendered", tendered);
        }
        if (change.compareTo(cash) > 0) {
            return CashRules.refuse(Refusal.CHANGE_ONLY_FROM_CASH, "change", change, "cash", cash);
        }
        if (sell.change().isPresent() && !sell.change().get().total().equals(change)) {
            return CashRules.refuse(
                    Refusal.CHANGE_DOES_NOT_MEET_PIECES,
                    "change",
                    change,
                    "pieces",
                    sell.change().get().total());
        }
        return CashRules.in(
                shift,
                new SaleMade(
                        sell.till(),
                        sell.total(),
                        sell.lines(),
                        sell.tenders(),
                        new Cash(change, sell.change()),
                        sell.reference()));
    }

    private static Money sum(List<Tendered> tenders, Currency currency) {
        return tenders.stream().map(Tendered::amount).reduce(currency.zero(), Money::plus);
    }

    Decision refund(Command.Refund refund, Shift shift) {
        Money amount = refund.amount().amount();
        if (!amount.isPositive()) {
            return CashRules.refuse(Refusal.NOT_POSITIVE, "amount", amount.toString());
        }
        if (refund.reason().isBlank()) {
            return CashRules.refuse(Refusal.REASON_MISSING);
        }
        if (refund.sale().isPresent()) {
            Optional<Money> left =
                    circumstances.refundable().apply(refund.sale().get());
            if (left.isEmpty()) {
                return CashRules.refuse(
                        Refusal.SALE_NOT_FOUND, "sale", refund.sale().get().toString());
            }
            if (!left.get().currency().equals(amount.currency())) {
                return CashRules.refuse(
                        Refusal.MIXED_CURRENCIES,
                        "currency",
                        left.get().currency().code());
            }
            if (amount.compareTo(left.get()) > 0) {
                return CashRules.refuse(Refusal.REFUND_EXCEEDS_SALE, "amount", amount, "left", left.get());
            }
        }
        return CashRules.in(
                shift, new RefundMade(refund.till(), refund.amount(), refund.tender(), refund.sale(), refund.reason()));
    }
}
