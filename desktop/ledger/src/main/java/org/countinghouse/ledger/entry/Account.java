package org.countinghouse.ledger.entry;

import java.util.regex.Pattern;
import org.countinghouse.ledger.till.TillId;

/// Where cash can be (`till/1`, `safe/main`, `bank`, `transit/bag-17`) or why it moves (`sales`, `refunds`,
/// `paid-out/milk`, `over-short/1`, `tender/card`). Amounts into an account are positive.
///
/// @param path words of `a-z 0-9 -` parted by slashes
public record Account(String path) {
    // Before the constants: they are checked against it.
    private static final Pattern PATH = Pattern.compile("[a-z0-9-]{1,64}(/[a-z0-9-]{1,64}){0,3}");

    public static final Account SALES = new Account("sales");
    public static final Account REFUNDS = new Account("refunds");
    public static final Account SAFE = new Account("safe/main");
    public static final Account BANK = new Account("bank");

    public Account {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("\"" + path + "\" is no account: use a-z, 0-9, - and /");
        }
    }

    public static Account till(TillId till) {
        return new Account("till/" + till.name());
    }

    public static Account overShort(TillId till) {
        return new Account("over-short/" + till.name());
    }

    public static Account paidIn(String reason) {
        return new Account("paid-in/" + reason);
    }

    public static Account paidOut(String reason) {
        return new Account("paid-out/" + reason);
    }

    public static Account tender(String tender) {
        return new Account("tender/" + tender);
    }

    /// Whether cash can lie here, so that it can be counted.
    public boolean isPlace() {
        return path.startsWith("till/") || path.startsWith("safe/") || path.startsWith("machine/");
    }

    @Override
    public String toString() {
        return path;
    }
}
