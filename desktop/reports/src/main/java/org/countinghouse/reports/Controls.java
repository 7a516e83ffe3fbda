package org.countinghouse.reports;

import java.util.Optional;
import java.util.function.Function;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.ShiftOpened;
import org.countinghouse.ledger.till.RefundMade;
import org.countinghouse.ledger.till.SaleMade;

/// The controls on the Summary: each sheet against the Summary's lines, and those against the ledger.
final class Controls {
    private final Binder binder;
    private final DataPage data;
    private final Panel cash;
    private final Panel trade;
    private final CashLines lines;

    Controls(Binder binder, DataPage data, Panel cash, Panel trade, CashLines lines) {
        this.binder = binder;
        this.data = data;
        this.cash = cash;
        this.trade = trade;
        this.lines = lines;
    }

    void write() {
        cash.controls(
                binder.text("workbook.check.ledger"),
                in -> cash.disagreements(in) + "+" + trade.disagreements(in) + "=0");
        cash.controls(binder.text("workbook.check.count"), this::count);
        cash.controls(binder.text("workbook.check.cashBook"), this::cashBook);
        cash.controls(binder.text("workbook.check.movements"), this::movements);
        cash.controls(binder.text("workbook.check.data"), this::data);
    }

    private String count(Currency currency) {
        return and(
                same(currency, onCount("n_Sum", currency), cash.amount(lines.counted(), currency)),
                same(currency, onCount("n_Drop", currency), "-" + cash.amount(lines.dropped(), currency)),
                same(currency, onCount("n_Left", currency), cash.amount(lines.left(), currency)));
    }

    private static String onCount(String range, Currency currency) {
        return "SUMIFS(" + range + ",n_Currency," + Binder.quote(currency.code()) + ")";
    }

    private String cashBook(Currency currency) {
        String code = currency.code();
        return and(
                same(currency, "CashBook_Expected_" + code, cash.amount(lines.expected(), currency)),
                same(currency, "CashBook_Counted_" + code, cash.amount(lines.counted(), currency)),
                same(currency, "CashBook_Left_" + code, cash.amount(lines.left(), currency)));
    }

    /// The movements are all that moved the till and is neither sale nor float, and the refunds by other tenders.
    private String movements(Currency currency) {
        String till = binder.papers().account().path();
        var all = Criteria.of(currency);
        return same(
                currency,
                "SUMIFS(m_Movement,m_Currency," + Binder.quote(currency.code()) + ")",
                "(" + all.account(till).amount()
                        + "-" + all.kind(SaleMade.class).account(till).amount()
                        + "-" + all.kind(ShiftOpened.class).account(till).amount()
                        + "-" + all.account(Account.REFUNDS.path()).amount()
                        + "-" + all.kind(RefundMade.class).account(till).amount() + ")");
    }

    /// The postings come to nothing, and what the counts told is what the ledger wrote.
    private String data(Currency currency) {
        var all = Criteria.of(currency);
        return and(
                same(currency, all.amount(), "0"),
                same(currency, all.sum("d_Expected"), frozen(currency, DataPage.Item::expected)),
                same(currency, all.sum("d_Counted"), frozen(currency, DataPage.Item::counted)));
    }

    private String frozen(Currency currency, Function<DataPage.Item, Optional<Money>> column) {
        Money sum = data.rows().stream()
                .flatMap(row -> column.apply(row).stream())
                .filter(amount -> amount.currency().equals(currency))
                .reduce(currency.zero(), Money::plus);
        return "(" + sum.decimal() + ")";
    }

    private static String and(String... conditions) {
        return "AND(" + String.join(",", conditions) + ")";
    }

    private static String same(Currency currency, String one, String other) {
        return "ROUND(" + one + "-(" + other + ")," + currency.digits() + ")=0";
    }
}
