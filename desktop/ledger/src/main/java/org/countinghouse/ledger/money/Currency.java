package org.countinghouse.ledger.money;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A currency as a drawer knows it. The data is ours, not the platform's: locale data gives the riel two decimals.
/// Two currencies are the same when their codes are.
///
/// @param code three capital letters, ISO 4217
/// @param digits decimals a person writes: 0 for riel and yen, 2 for pounds, 3 for the Kuwaiti dinar
/// @param denominations the notes and coins there are and were, largest first
/// @param rounding how an amount becomes one that cash can settle
public record Currency(String code, int digits, List<Denomination> denominations, CashRounding rounding) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final int MOST_DIGITS = 4;

    public Currency {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a currency's code is three capital letters, not \"" + code + "\"");
        }
        if (digits < 0 || digits > MOST_DIGITS) {
            throw new IllegalArgumentException(code + " has 0 to " + MOST_DIGITS + " digits, not " + digits);
        }
        denominations = denominations.stream().sorted().toList();
    }

    /// One whose cash is rounded to the nearest step.
    ///
    /// @param cashStep the smallest amount cash can settle, in minor units
    public Currency(String code, int digits, List<Denomination> denominations, long cashStep) {
        this(code, digits, denominations, CashRounding.nearest(cashStep));
    }

    /// The smallest amount cash can settle, in minor units.
    public long cashStep() {
        return rounding.step();
    }

    public Money zero() {
        return new Money(this, 0);
    }

    public Money of(long minorUnits) {
        return new Money(this, minorUnits);
    }

    /// The note or coin of this face value, in minor units.
    public Optional<Denomination> denomination(long minorUnits) {
        for (Denomination denomination : denominations) {
            if (denomination.minorUnits() == minorUnits) {
                return Optional.of(denomination);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Currency currency && code.equals(currency.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
