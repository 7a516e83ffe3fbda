package org.countinghouse.ledger.entry;

import java.util.Optional;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.TillId;

/// Where cash can be (`till/1`, `safe/main`, `bank`, `transit/bag-17`) or why it moves (`sales`, `refunds`,
/// `paid-out/milk`, `over-short/1`, `tender/card`). Amounts into an account are positive.
///
/// @param path words of `a-z 0-9 -` parted by slashes
public record Account(String path) {
    private static final int LONGEST_WORD = 64;
    private static final int MOST_WORDS = 4;

    public static final Account SALES = new Account("sales");
    public static final Account REFUNDS = new Account("refunds");
    public static final Account SAFE = new Account("safe/main");
    public static final Account BANK = new Account("bank");
    /// What cash rounding brought or cost.
    public static final Account ROUNDING = new Account("rounding");
    /// One currency given for another, at what they are worth; what the shop's rate earned beyond that is
    /// the spread.
    public static final Account EXCHANGE = new Account("exchange");
    public static final Account SPREAD = new Account("exchange/spread");
    public static final Account TRANSFER_OVER_SHORT = new Account("over-short/transit");

    private static final String TILL = "till/";
    private static final String MACHINE = "machine/";

    public Account {
        if (!isPath(path)) {
            throw new IllegalArgumentException("\"" + path + "\" is no account: use a-z, 0-9, - and /");
        }
    }

    // By hand: every posting comes by here, and a pattern took as long as the rest of a sale's books.
    private static boolean isPath(String path) {
        int words = 1;
        int letters = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/' && letters > 0) {
                words++;
                letters = 0;
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-') {
                letters++;
            } else {
                return false;
            }
            if (letters > LONGEST_WORD) {
                return false;
            }
        }
        return letters > 0 && words <= MOST_WORDS;
    }

    public static Account till(TillId till) {
        return new Account(TILL + till.name());
    }

    /// The cash machine that stands at a till.
    public static Account machine(TillId till) {
        return new Account(MACHINE + till.name());
    }

    /// What the machine at a till has moved and no sale, refund or person has answered for yet: above zero it paid
    /// for nothing so far, below zero it holds what is a customer's.
    public static Account owed(TillId till) {
        return new Account("transit/machine-" + till.name());
    }

    /// The tray of a shift that ended and is not counted yet.
    public static Account tray(ShiftId shift) {
        return new Account("transit/shift-" + shift);
    }

    /// Cash handed from person to person that the second has not counted yet.
    public static Account handover(TillId till) {
        return new Account("transit/till-" + till.name());
    }

    /// A numbered bag under way.
    public static Account bag(String number) {
        return new Account("transit/bag-" + number);
    }

    /// The over or short of a place that is no till: `over-short/safe-main`.
    public static Account overShort(Account place) {
        return new Account("over-short/" + place.flat());
    }

    /// What a place held when the books began.
    public static Account beginning(Account place) {
        return new Account("beginning/" + place.flat());
    }

    private String flat() {
        return path.replace('/', '-');
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
        return path.startsWith(TILL) || path.startsWith("safe/") || path.startsWith(MACHINE);
    }

    /// The till this is, where it is one.
    public Optional<TillId> till() {
        return named(TILL);
    }

    /// The till whose cash machine this is, where it is one.
    public Optional<TillId> machine() {
        return named(MACHINE);
    }

    private Optional<TillId> named(String kind) {
        return path.startsWith(kind) ? Optional.of(new TillId(path.substring(kind.length()))) : Optional.empty();
    }

    @Override
    public String toString() {
        return path;
    }
}
