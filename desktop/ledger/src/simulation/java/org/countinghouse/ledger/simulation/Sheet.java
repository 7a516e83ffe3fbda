package org.countinghouse.ledger.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// A sheet of paper with a column for each account and currency.
final class Sheet {
    /// So much into an account, or out of it.
    record Move(String account, Money amount) {}

    private final Map<String, Map<String, Long>> columns = new TreeMap<>();
    private List<Move> since = new ArrayList<>();

    void move(String to, String from, Money amount) {
        add(to, amount);
        add(from, amount.negated());
    }

    void add(String account, Money amount) {
        columns.computeIfAbsent(account, _ -> new TreeMap<>())
                .merge(amount.currency().code(), amount.minorUnits(), Math::addExact);
        since.add(new Move(account, amount));
    }

    /// What was written since this was asked last.
    List<Move> since() {
        List<Move> written = since;
        since = new ArrayList<>();
        return written;
    }

    /// Crosses out what was written, under other accounts where these stand for them now.
    void takeBack(List<Move> written, UnaryOperator<String> account) {
        written.forEach(move -> add(account.apply(move.account()), move.amount().negated()));
    }

    Money held(String account, Currency currency) {
        return currency.of(columns.getOrDefault(account, Map.of()).getOrDefault(currency.code(), 0L));
    }

    /// Where the books say otherwise; empty when they agree on every account.
    String disagreement(Books books) {
        var seen = new TreeMap<String, Map<String, Long>>();
        for (var balance : books.balances()) {
            Money amount = balance.amount();
            if (!amount.isZero()) {
                seen.computeIfAbsent(balance.account().path(), _ -> new TreeMap<>())
                        .put(amount.currency().code(), amount.minorUnits());
            }
        }
        var noted = new TreeMap<String, Map<String, Long>>();
        columns.forEach((account, byCode) -> byCode.forEach((code, amount) -> {
            if (amount != 0) {
                noted.computeIfAbsent(account, _ -> new TreeMap<>()).put(code, amount);
            }
        }));
        return seen.equals(noted) ? "" : "the books say " + seen + ", the notebook " + noted;
    }
}
