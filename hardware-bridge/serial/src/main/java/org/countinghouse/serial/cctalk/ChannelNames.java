package org.countinghouse.serial.cctalk;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.device.Denomination;

/// Reads what acceptors call their channels (generic specification, part 3, appendices 3.1, 10 and 15):
/// `EU100A` is a euro, `US0005A` five dollars.
final class ChannelNames {
    private static final Pattern COIN = Pattern.compile("([A-Z]{2})([0-9K.M]{3})[A-Z0-9]?");
    private static final Pattern BILL = Pattern.compile("([A-Z]{2})([0-9]{4})[A-Z0-9]?");

    /// The countries whose money the house knows, and how many digits its minor units have there: the
    /// riel has none, whatever ISO 4217 says. Channels of others are taken only when the address names
    /// them; a guess of the digits would make a note worth a hundred times too much. `TK` is a token,
    /// not Tokelau.
    private static final Map<String, Money> MONEY = Map.ofEntries(
            Map.entry("AU", new Money("AUD", 2)),
            Map.entry("CH", new Money("CHF", 2)),
            Map.entry("EU", new Money("EUR", 2)),
            Map.entry("GB", new Money("GBP", 2)),
            Map.entry("UK", new Money("GBP", 2)),
            Map.entry("JP", new Money("JPY", 0)),
            Map.entry("KH", new Money("KHR", 0)),
            Map.entry("KW", new Money("KWD", 3)),
            Map.entry("NZ", new Money("NZD", 2)),
            Map.entry("SE", new Money("SEK", 2)),
            Map.entry("TH", new Money("THB", 2)),
            Map.entry("US", new Money("USD", 2)),
            Map.entry("VN", new Money("VND", 0)),
            Map.entry("ZA", new Money("ZAR", 2)));

    private ChannelNames() {}

    private record Money(String currency, int digits) {}

    /// A coin. Its value is in the smallest unit that is in use: `100` is 100 cents, `1K0` is 1000.
    static Optional<Denomination> coin(String name) {
        var parts = COIN.matcher(name.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long minorUnits = value(parts.group(2));
        var money = MONEY.get(parts.group(1));
        return minorUnits < 1 || money == null
                ? Optional.empty()
                : Optional.of(new Denomination(money.currency, minorUnits));
    }

    static Optional<String> country(String billName) {
        var parts = BILL.matcher(billName.strip());
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    /// A bill. Its value counts in the country's scaling factor, with so many decimal places in it.
    static Optional<Denomination> bill(String name, int scaling, int decimals) {
        var parts = BILL.matcher(name.strip());
        if (!parts.matches() || decimals > 6) {
            return Optional.empty();
        }
        var money = MONEY.get(parts.group(1));
        if (money == null) {
            return Optional.empty();
        }
        long scaled = Long.parseLong(parts.group(2)) * scaling;
        long power = powerOfTen(Math.abs(money.digits - decimals));
        long minorUnits = money.digits >= decimals ? scaled * power : scaled % power == 0 ? scaled / power : 0;
        return minorUnits < 1 ? Optional.empty() : Optional.of(new Denomination(money.currency, minorUnits));
    }

    /// `100`, or with a letter in the place of the point: `1K0`, `10K`, `1M0`. Others, such as `.50`,
    /// say less than one unit and are left to the address.
    private static long value(String text) {
        long factor = text.contains("M") ? 1_000_000 : text.contains("K") ? 1000 : 1;
        int letter = Math.max(text.indexOf('M'), text.indexOf('K'));
        String digits = letter < 0 ? text : text.replaceFirst("[KM]", "");
        if (!digits.matches("[0-9]+")) {
            return 0;
        }
        int decimals = letter < 0 ? 0 : text.length() - letter - 1;
        return Long.parseLong(digits) * factor / powerOfTen(decimals);
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
