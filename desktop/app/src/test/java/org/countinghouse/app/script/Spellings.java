package org.countinghouse.app.script;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.countinghouse.ledger.money.Money;

/// An amount as somebody, or some program, might write it.
final class Spellings {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}");

    private Spellings() {}

    static Set<String> of(Money amount) {
        String minor = Long.toString(amount.minorUnits());
        String decimal = amount.decimal();
        var all = new LinkedHashSet<String>();
        all.add(decimal);
        all.add(decimal.replace('.', ','));
        all.add(minor);
        for (String group : new String[] {",", ".", " ", "\u00a0", "\u202f", "'", "_"}) {
            all.add(grouped(minor, group));
            int point = decimal.indexOf('.');
            String whole = grouped(point < 0 ? decimal : decimal.substring(0, point), group);
            String rest = point < 0 ? "" : decimal.substring(point + 1);
            all.add(rest.isEmpty() ? whole : whole + "." + rest);
            all.add(rest.isEmpty() ? whole : whole + "," + rest);
        }
        return all;
    }

    private static String grouped(String digits, String separator) {
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", separator);
    }

    /// Whether the text says the amount: as a number of its own, and not as digits of an id or a hash.
    static boolean say(String text, Money amount) {
        String readable = ID.matcher(text).replaceAll("#");
        return of(amount).stream()
                .anyMatch(spelling -> Pattern.compile("(?<![0-9])" + Pattern.quote(spelling) + "(?![0-9])")
                        .matcher(readable)
                        .find());
    }
}
