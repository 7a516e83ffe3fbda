package org.countinghouse.ledger.till;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.countinghouse.ledger.entry.Account;

/// A means of payment.
public enum Tender {
    CASH,
    CARD,
    MOBILE_MONEY,
    VOUCHER,
    /// Cash that a machine took, less what it gave back: it lies in the machine, not in the till.
    CASH_MACHINE,
    /// Cash a connected machine took or pays by intents of its own: the sale or refund answers for it and moves none.
    MACHINE_DEPOSIT;

    /// `cash`, `card`, `mobile-money`, `voucher`, `cash-machine`, `machine-deposit`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether notes and coins change hands, so that an amount is rounded to what they can pay.
    public boolean isCash() {
        return this == CASH || this == CASH_MACHINE || this == MACHINE_DEPOSIT;
    }

    /// Whether its notes and coins move with the sale. Those of a deposit have moved before, and stand there.
    public boolean movesPieces() {
        return this == CASH || this == CASH_MACHINE;
    }

    /// Where what is paid by it goes, at this till.
    public Account account(TillId till) {
        return switch (this) {
            case CASH -> Account.till(till);
            case CASH_MACHINE -> Account.machine(till);
            case MACHINE_DEPOSIT -> Account.owed(till);
            case CARD, MOBILE_MONEY, VOUCHER -> Account.tender(word());
        };
    }

    public static Optional<Tender> of(String word) {
        return Arrays.stream(values())
                .filter(tender -> tender.word().equals(word))
                .findFirst();
    }
}
