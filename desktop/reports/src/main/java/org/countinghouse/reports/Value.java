package org.countinghouse.reports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;

/// What can stand in a cell of the workbook.
sealed interface Value {
    /// Written as text, so that the zeros of `007` live and nothing is taken for a formula.
    record Words(String text) implements Value {}

    record Whole(long number) implements Value {}

    /// A number that is a name: nobody adds it up.
    record Number(long number) implements Value {}

    record Amount(Money money) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Moment(LocalDateTime moment) implements Value {}

    /// A formula that comes to an amount of a currency; it is rounded to the currency's digits, because a spreadsheet
    /// adds cents as binary fractions.
    record Sum(String formula, Currency currency) implements Value {
        String rounded() {
            return "ROUND(" + formula + "," + currency.digits() + ")";
        }
    }

    /// A formula that counts.
    record Tally(String formula) implements Value {}

    /// A formula that comes to a word.
    record Verdict(String formula, Side side) implements Value {}

    /// Where in its cell a word stands.
    enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    record Nothing() implements Value {}

    static Value words(String text) {
        return text.isEmpty() ? new Nothing() : new Words(text);
    }
}
