package org.countinghouse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// A column of figures on the Summary: a label, and for each currency the formula, the ledger's frozen figure, and
/// whether they agree.
final class Panel {
    private static final int COLUMNS_PER_CURRENCY = 3;
    private static final int LABEL_WIDTH = 33;
    private static final int MONEY_WIDTH = 13;
    private static final int CHECK_WIDTH = 10;

    private final Binder binder;
    private final Page page;
    private final int left;
    private final List<Currency> currencies;
    private final List<Integer> checked = new ArrayList<>();
    private int line;

    Panel(Binder binder, Page page, int left, int line) {
        this.binder = binder;
        this.page = page;
        this.left = left;
        this.line = line;
        this.currencies = binder.papers().currencies();
        page.width(left, LABEL_WIDTH);
        for (int i = 0; i < currencies.size(); i++) {
            page.width(amountColumn(i), MONEY_WIDTH);
            page.width(amountColumn(i) + 1, MONEY_WIDTH);
            page.width(amountColumn(i) + 2, CHECK_WIDTH);
        }
    }

    static int width(int currencies) {
        return 1 + COLUMNS_PER_CURRENCY * currencies;
    }

    int line() {
        return line;
    }

    void skip() {
        line++;
    }

    private int amountColumn(int currency) {
        return left + 1 + COLUMNS_PER_CURRENCY * currency;
    }

    void section(String title) {
        for (int column = left; column < left + width(currencies.size()); column++) {
            page.words(line, column, column == left ? title : "", Look.SECTION);
        }
        line++;
    }

    void headings() {
        page.words(line, left, "", Look.HEADING);
        page.height(line, 2);
        for (int i = 0; i < currencies.size(); i++) {
            page.words(line, amountColumn(i), currencies.get(i).code(), Look.HEADING_RIGHT);
            page.words(line, amountColumn(i) + 1, binder.text("workbook.column.ledger"), Look.HEADING_RIGHT);
            page.words(line, amountColumn(i) + 2, binder.text("workbook.check"), Look.HEADING_CENTRE);
        }
        line++;
    }

    /// A line of amounts.
    ///
    /// @param formula for a currency, on the sheets below
    /// @param ledger the frozen figure it must equal
    /// @return the line's number
    int amounts(String label, Look look, Function<Currency, String> formula, Function<Currency, Money> ledger) {
        page.words(line, left, label, look);
        for (int i = 0; i < currencies.size(); i++) {
            Currency currency = currencies.get(i);
            page.set(line, amountColumn(i), new Value.Sum(formula.apply(currency), currency), look);
            frozen(i, new Value.Amount(ledger.apply(currency)), look, currency.digits());
        }
        checked.add(line);
        return line++;
    }

    /// A line of numbers of times; `formula` and `ledger` speak of a currency.
    void times(String label, Function<Currency, String> formula, Function<Currency, Long> ledger) {
        page.words(line, left, label, Look.PLAIN);
        for (int i = 0; i < currencies.size(); i++) {
            page.set(line, amountColumn(i), new Value.Tally(formula.apply(currencies.get(i))), Look.PLAIN);
            frozen(i, new Value.Whole(ledger.apply(currencies.get(i))), Look.PLAIN, 0);
        }
        checked.add(line++);
    }

    /// A number of times that has no currency: it stands once.
    void timesOnce(String label, String formula, long ledger) {
        page.words(line, left, label, Look.PLAIN);
        page.set(line, amountColumn(0), new Value.Tally(formula), Look.PLAIN);
        frozen(0, new Value.Whole(ledger), Look.PLAIN, 0);
        checked.add(line++);
    }

    private void frozen(int currency, Value ledger, Look look, int digits) {
        int column = amountColumn(currency) + 1;
        page.set(line, column, ledger, look == Look.TOTAL ? Look.TOTAL : Look.FROZEN);
        String agree = "ROUND(" + Page.at(line, column - 1) + "-" + Page.at(line, column) + "," + digits + ")=0";
        verdict(line, currency, agree, look == Look.TOTAL ? Look.TOTAL : Look.PLAIN);
    }

    /// A line of words, one per currency.
    void verdicts(String label, Function<Currency, String> formula) {
        page.words(line, left, label, Look.BOLD);
        for (int i = 0; i < currencies.size(); i++) {
            page.set(
                    line,
                    amountColumn(i),
                    new Value.Verdict(formula.apply(currencies.get(i)), Value.Side.RIGHT),
                    Look.BOLD);
        }
        line++;
    }

    /// A line of controls: OK where the condition holds.
    void controls(String label, Function<Currency, String> condition) {
        page.words(line, left, label, Look.PLAIN);
        for (int i = 0; i < currencies.size(); i++) {
            verdict(line, i, condition.apply(currencies.get(i)), Look.PLAIN);
        }
        line++;
    }

    private void verdict(int line, int currency, String condition, Look look) {
        page.set(
                line,
                amountColumn(currency) + 2,
                new Value.Verdict(binder.verdict(condition), Value.Side.CENTRE),
                look);
    }

    /// The amount of a currency on a line of this panel.
    String amount(int line, Currency currency) {
        return Page.at(line, amountColumn(currencies.indexOf(currency)));
    }

    void nameAmount(String name, int line, Currency currency) {
        binder.name(name + "_" + currency.code(), page, line, line, amountColumn(currencies.indexOf(currency)));
    }

    /// Counts the cells of this panel's checked lines that do not say OK; an error does not say OK either.
    String disagreements(Currency currency) {
        int column = amountColumn(currencies.indexOf(currency)) + 2;
        String cells = Page.range(checked.getFirst(), checked.getLast(), column);
        return "(COUNTA(" + cells + ")-COUNTIF(" + cells + "," + binder.quoted("workbook.check.ok") + "))";
    }
}
