package org.countinghouse.ledger.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// An amount in one currency, in whole minor units, positive or negative. Arithmetic is exact: it throws
/// `ArithmeticException` rather than wrap, and `IllegalArgumentException` rather than mix currencies. Immutable.
///
/// @param minorUnits pence, cents, riel: the smallest unit the currency is written in
public record Money(Currency currency, long minorUnits) implements Comparable<Money> {
    /// Nobody's till holds more; above it an input is a typing mistake. 10^15 minor units.
    public static final long LARGEST = 1_000_000_000_000_000L;

    /// No account gets beyond this, so that no sum of a few of them overflows. 10^18 minor units.
    public static final long MOST_IN_AN_ACCOUNT = 1_000_000_000_000_000_000L;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}(?:\\.[0-9]+)?");

    /// Reads a decimal such as `12.50`, `-3` or `4100`: ASCII digits, a point, no separators.
    ///
    /// @throws MoneyFormatException saying what is wrong: not an amount, too many digits, too large
    public static Money parse(String text, Currency currency) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new MoneyFormatException(
                    MoneyFormatException.Fault.NOT_AN_AMOUNT,
                    "\"" + text + "\" is not an amount: write digits with a point, such as 12.50");
        }
        var minor = new BigDecimal(text).movePointRight(currency.digits()).stripTrailingZeros();
        if (minor.scale() > 0) {
            throw new MoneyFormatException(
                    MoneyFormatException.Fault.WRONG_DIGITS,
                    currency + " is written with " + currency.digits() + " decimals, not as \"" + text + "\"");
        }
        if (minor.abs().compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
            throw new MoneyFormatException(
                    MoneyFormatException.Fault.TOO_LARGE, text + " " + currency + " is more than a till can hold");
        }
        return new Money(currency, minor.longValueExact());
    }

    public Money plus(Money other) {
        return new Money(currency, Math.addExact(minorUnits, same(other).minorUnits));
    }

    public Money minus(Money other) {
        return new Money(currency, Math.subtractExact(minorUnits, same(other).minorUnits));
    }

    public Money times(long factor) {
        return new Money(currency, Math.multiplyExact(minorUnits, factor));
    }

    public Money negated() {
        return new Money(currency, Math.negateExact(minorUnits));
    }

    public Money absolute() {
        return minorUnits < 0 ? negated() : this;
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    /// Whether it is more than anybody's till holds, in or out.
    public boolean isBeyondReach() {
        return minorUnits > LARGEST || minorUnits < -LARGEST;
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    /// The decimal without the currency: `12.50`, `-300`, `0.125`. Never a thousands separator.
    public String decimal() {
        return BigDecimal.valueOf(minorUnits, currency.digits()).toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot put " + other.currency + " and " + currency + " together");
        }
        return other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, same(other).minorUnits);
    }

    @Override
    public String toString() {
        return decimal() + " " + currency;
    }
}
