package org.countinghouse.app.shell;

import org.countinghouse.ledger.money.Money;

/// How an amount is written on the screen: digits in groups of three, `1,234.50`. Only for eyes: files, slips and the
/// ledger write [Money#decimal()].
public final class Amounts {
    private static final int GROUP = 3;
    private static final char MINUS = '\u2212';

    private Amounts() {}

    /// `1,234.50`, `−300`.
    public static String text(Money money) {
        String decimal = money.absolute().decimal();
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        var text = new StringBuilder();
        if (money.isNegative()) {
            text.append(MINUS);
        }
        for (int at = 0; at < whole.length(); at++) {
            if (at > 0 && (whole.length() - at) % GROUP == 0) {
                text.append(',');
            }
            text.append(whole.charAt(at));
        }
        return text.append(point < 0 ? "" : decimal.substring(point)).toString();
    }

    /// With its sign in front, `+0.50`, `−0.50`; zero has none.
    public static String signed(Money money) {
        return money.isPositive() ? "+" + text(money) : text(money);
    }

    /// `1,234.50 GBP`.
    public static String withCode(Money money) {
        return text(money) + " " + money.currency().code();
    }
}
