package org.countinghouse.ledger.money;

/// Text that is no amount of its currency. The message says what was found and how to write it.
public final class MoneyFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public enum Fault {
        NOT_AN_AMOUNT,
        WRONG_DIGITS,
        TOO_LARGE
    }

    private final Fault fault;

    MoneyFormatException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
