package org.countinghouse.device.money;

import java.util.Optional;
import org.countinghouse.device.Pieces;

/// An amount of one currency that a machine moved, and by which pieces where that is known.
///
/// @param minorUnits never negative
/// @param pieces of that currency and worth exactly that much; empty when the machine tells the amount
///        only
public record Cash(String currency, long minorUnits, Optional<Pieces> pieces) {
    public Cash {
        if (!currency.matches("[A-Z]{3}") || minorUnits < 0) {
            throw new IllegalArgumentException("not an amount of cash: " + currency + " " + minorUnits);
        }
        long worth = minorUnits;
        String of = currency;
        pieces.ifPresent(each -> {
            if (each.total(of) != worth
                    || each.counts().keySet().stream()
                            .anyMatch(one -> !one.currency().equals(of))) {
                throw new IllegalArgumentException(each + " is not " + of + " " + worth);
            }
        });
    }

    public static Cash none(String currency) {
        return new Cash(currency, 0, Optional.of(Pieces.NONE));
    }

    public static Cash amount(String currency, long minorUnits) {
        return minorUnits == 0 ? none(currency) : new Cash(currency, minorUnits, Optional.empty());
    }

    public static Cash of(String currency, Pieces pieces) {
        return new Cash(currency, pieces.total(currency), Optional.of(pieces));
    }

    public boolean isNone() {
        return minorUnits == 0;
    }

    @Override
    public String toString() {
        return currency + " " + minorUnits;
    }
}
