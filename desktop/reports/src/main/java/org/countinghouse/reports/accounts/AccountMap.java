package org.countinghouse.reports.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.ledger.entry.Account;
import org.countinghouse.ledger.money.Currency;

/// Which account of the accountant's books an account of the ledger is. A line is named by a beginning of the ledger's
/// account, such as `till` or `paid-out/milk`, alone or in one currency: `till@KHR`. The longest name that fits wins,
/// one in a currency before one in any; what nothing fits goes to [#OTHER].
///
/// @param lines by their names, in the order they are shown
/// @param taxRate what the cloud books of Xero call the rate of a line without tax
public record AccountMap(Map<String, BookAccount> lines, String taxRate) {
    /// Where everything goes that has no line.
    public static final String OTHER = "other";

    /// Places of cash, which accountants keep apart by currency.
    public static final List<String> PLACES = List.of("till", "machine", "safe", "transit", "bank");

    private static final String TAX_RATE = "Tax Exempt";

    public AccountMap {
        if (!lines.containsKey(OTHER)) {
            throw new IllegalArgumentException("an account map says where everything else goes");
        }
        lines = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /// What stands there until an accountant says otherwise.
    ///
    /// @param currencies the shop's, the main one first, which needs no line of its own
    public static AccountMap standard(List<Currency> currencies) {
        var lines = new LinkedHashMap<String, BookAccount>();
        Standard.PLACES.forEach((name, account) -> {
            lines.put(name, account);
            for (int i = 1; i < currencies.size(); i++) {
                String code = currencies.get(i).code();
                lines.put(name + "@" + code, new BookAccount(account.code() + "-" + code, account.name() + " " + code));
            }
        });
        lines.putAll(Standard.REASONS);
        return new AccountMap(lines, TAX_RATE);
    }

    /// @param line the name of the line that was found
    public record Found(String line, BookAccount account) {}

    public Found find(Account account, Currency currency) {
        return names(account.path())
                .flatMap(name -> Stream.of(name + "@" + currency.code(), name))
                .flatMap(name -> Optional.ofNullable(lines.get(name)).map(line -> new Found(name, line)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the account map has no other"));
    }

    /// From the whole path to its first word, and what takes everything.
    private static Stream<String> names(String path) {
        return Stream.concat(Stream.iterate(path, name -> !name.isEmpty(), AccountMap::parent), Stream.of(OTHER));
    }

    private static String parent(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    /// Whether a reason or a tender is booked without a line of its own: on the account of all such, or of all others.
    public boolean isGuessed(Account account, Currency currency) {
        String line = find(account, currency).line();
        return line.equals(OTHER) || isReason(account.path()) && !line.contains("/");
    }

    private static boolean isReason(String path) {
        return path.startsWith("paid-in/") || path.startsWith("paid-out/") || path.startsWith("tender/");
    }

    public AccountMap with(String line, BookAccount account) {
        var changed = new LinkedHashMap<>(lines);
        changed.put(line, account);
        return new AccountMap(changed, taxRate);
    }

    public AccountMap withTaxRate(String rate) {
        return new AccountMap(lines, rate);
    }
}
