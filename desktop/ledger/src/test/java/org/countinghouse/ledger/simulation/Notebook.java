package org.countinghouse.ledger.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.TillId;

/// What a careful person would have noted beside the station: a second opinion, from what was ordered and carried out
/// and not from what was written. Knows no entry.
final class Notebook {
    private final Map<String, Map<String, Long>> accounts = new TreeMap<>();
    private final Map<TillId, List<Cash>> counted = new HashMap<>();

    /// The order was carried out.
    void note(Command command) {
        switch (command) {
            case Command.OpenShift open -> open.counted().forEach(cash -> open(open, cash));
            case Command.Sell sell -> sell(sell);
            case Command.Refund refund -> refund(refund);
            case Command.PayIn in -> move(till(in.till()), "paid-in/" + in.reason(), in.amount());
            case Command.PayOut out -> move("paid-out/" + out.reason(), till(out.till()), out.amount());
            case Command.DropToSafe drop -> move("safe/main", till(drop.till()), drop.amount());
            case Command.LoanFloat loan -> move(till(loan.till()), "safe/main", loan.amount());
            case Command.DepositAtBank deposit -> move("bank", "safe/main", deposit.amount());
            case Command.ReceiveChange change -> move("safe/main", "bank", change.amount());
            case Command.CountTill count -> counted.put(count.till(), count.counted());
            case Command.CloseShift close -> close(close);
            case Command.SetUpShop _,
                    Command.AddPerson _,
                    Command.SignIn _,
                    Command.RefuseSignIn _,
                    Command.OpenDrawer _,
                    Command.TakeZ _ -> {}
        }
    }

    private void open(Command.OpenShift open, Cash cash) {
        Currency currency = cash.currency();
        long left = held(till(open.till()), currency);
        long given = given(open.fromSafe(), cash.amount(), left);
        move(till(open.till()), "safe/main", currency.of(given));
        find(open.till(), cash);
    }

    private static long given(Optional<List<Money>> fromSafe, Money counted, long left) {
        if (fromSafe.isEmpty()) {
            return left == 0 ? counted.minorUnits() : 0;
        }
        long given = 0;
        for (Money money : fromSafe.get()) {
            given += money.currency().equals(counted.currency()) ? money.minorUnits() : 0;
        }
        return given;
    }

    /// From now on what was counted is what is there.
    private void find(TillId till, Cash cash) {
        long difference = cash.amount().minorUnits() - held(till(till), cash.currency());
        move(till(till), "over-short/" + till, cash.currency().of(difference));
    }

    private void sell(Command.Sell sell) {
        Money cash = sell.total();
        for (var tendered : sell.tenders()) {
            if (tendered.tender() != Tender.CASH) {
                move("tender/" + tendered.tender().word(), "sales", tendered.amount());
                cash = cash.minus(tendered.amount());
            }
        }
        move(till(sell.till()), "sales", cash);
    }

    private void refund(Command.Refund refund) {
        String from = refund.tender() == Tender.CASH
                ? till(refund.till())
                : "tender/" + refund.tender().word();
        move("refunds", from, refund.amount());
    }

    private void close(Command.CloseShift close) {
        counted.getOrDefault(close.till(), List.of()).forEach(cash -> find(close.till(), cash));
        close.drop().forEach(drop -> move("safe/main", till(close.till()), drop));
    }

    private static String till(TillId till) {
        return "till/" + till;
    }

    private void move(String to, String from, Cash cash) {
        move(to, from, cash.amount());
    }

    private void move(String to, String from, Money amount) {
        add(to, amount.currency(), amount.minorUnits());
        add(from, amount.currency(), -amount.minorUnits());
    }

    private void add(String account, Currency currency, long minorUnits) {
        accounts.computeIfAbsent(account, _ -> new HashMap<>()).merge(currency.code(), minorUnits, Math::addExact);
    }

    private long held(String account, Currency currency) {
        return accounts.getOrDefault(account, Map.of()).getOrDefault(currency.code(), 0L);
    }

    Money inTill(TillId till, Currency currency) {
        return currency.of(held(till(till), currency));
    }

    /// Where the books say otherwise; empty when they agree on every account.
    String disagreement(Books books) {
        var seen = new TreeMap<String, Map<String, Long>>();
        for (var balance : books.balances()) {
            Money amount = balance.amount();
            if (!amount.isZero()) {
                seen.computeIfAbsent(balance.account().path(), _ -> new HashMap<>())
                        .put(amount.currency().code(), amount.minorUnits());
            }
        }
        var noted = new TreeMap<String, Map<String, Long>>();
        accounts.forEach((account, byCode) -> {
            var held = new HashMap<>(byCode);
            held.values().removeIf(amount -> amount == 0);
            if (!held.isEmpty()) {
                noted.put(account, held);
            }
        });
        return seen.equals(noted) ? "" : "the books say " + seen + ", the notebook " + noted;
    }
}
