package org.countinghouse.app.shell;

import java.util.Optional;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.MoneyFormatException;

/// Numbers as people type them: with groups, and also with Khmer digits.
public final class Typed {
    private static final int MOST_DIGITS = 15;

    private Typed() {}

    /// Empty when it is no amount of this currency, zero or more.
    public static Optional<Money> amount(String text, Currency currency) {
        String plain = plain(text);
        if (!plain.matches("[0-9]{1," + MOST_DIGITS + "}(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.parse(plain, currency)).filter(money -> money.minorUnits() <= Money.LARGEST);
        } catch (MoneyFormatException _) {
            return Optional.empty();
        }
    }

    public static Optional<Long> times(String text) {
        String plain = plain(text);
        return plain.matches("[0-9]{1,4}") ? Optional.of(Long.parseLong(plain)) : Optional.empty();
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        text.strip().codePoints().filter(each -> each != ',' && each != ' ').forEach(each -> {
            if (Character.isDigit(each)) {
                plain.append(Character.digit(each, 10));
            } else {
                plain.appendCodePoint(each);
            }
        });
        return plain.toString();
    }
}
