package org.countinghouse.ledger.till;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A means of payment.
public enum Tender {
    CASH,
    CARD,
    MOBILE_MONEY,
    VOUCHER;

    /// `cash`, `card`, `mobile-money`, `voucher`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Tender> of(String word) {
        return Arrays.stream(values())
                .filter(tender -> tender.word().equals(word))
                .findFirst();
    }
}
