package org.countinghouse.reports;

import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.money.Currency;

/// Formulas that pick rows of the Data sheet and add them up.
///
/// @param text pairs of range and criterion, each after a comma
record Criteria(String text) {
    static Criteria of(Currency currency) {
        return new Criteria("").and("d_Currency", currency.code());
    }

    Criteria kind(Class<? extends Fact> kind) {
        return and("d_Kind", Fact.kindOf(kind));
    }

    Criteria account(String path) {
        return and("d_Account", path);
    }

    Criteria step(ShiftPapers.Step step) {
        return and("d_Step", DataPage.code(step));
    }

    Criteria tender(String word) {
        return and("d_Tender", word);
    }

    private Criteria and(String range, String value) {
        return new Criteria(text + "," + range + "," + Binder.quote(value));
    }

    String amount() {
        return sum("d_Amount");
    }

    String sum(String range) {
        return "SUMIFS(" + range + text + ")";
    }

    String count() {
        return "COUNTIFS(" + text.substring(1) + ")";
    }
}
