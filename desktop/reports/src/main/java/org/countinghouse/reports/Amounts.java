package org.countinghouse.reports;

import org.countinghouse.ledger.money.Money;

/// Amounts for people's eyes. Machine files never carry a thousands separator.
final class Amounts {
    private Amounts() {}

    /// `1,234,567.50`: a comma between thousands and a point, in every language.
    static String grouped(Money amount) {
        String decimal = amount.decimal();
        int point = decimal.indexOf('.') < 0 ? decimal.length() : decimal.indexOf('.');
        return decimal.substring(0, point).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + decimal.substring(point);
    }
}
