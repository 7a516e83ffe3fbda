package org.countinghouse.ledger.entry;

import java.util.ArrayList;
import java.util.List;

/// Finds payment card numbers where somebody typed text: the station keeps none, so that no rule about keeping
/// them ever reaches it. A card number is 13 to 19 digits (ISO/IEC 7812-1), blanks or dashes between them or not,
/// that pass the Luhn check. One in ten other numbers of that length passes as well and is refused too.
public final class CardNumber {
    private static final int FEWEST = 13;
    private static final int MOST = 19;
    private static final String BETWEEN = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d";

    private CardNumber() {}

    /// Whether a card number stands in the text, in digits of any script.
    public static boolean isIn(String text) {
        var groups = new ArrayList<String>();
        var group = new StringBuilder();
        boolean joined = true;
        for (int c : text.codePoints().toArray()) {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                if (group.isEmpty() && !joined) {
                    groups.clear();
                }
                group.append(digit);
                joined = true;
                continue;
            }
            if (endsAsNumber(groups, group)) {
                return true;
            }
            joined = joined && isBetween(c);
        }
        return endsAsNumber(groups, group);
    }

    /// Takes a finished group of digits to those before it, and looks whether some of the last make a card number.
    private static boolean endsAsNumber(List<String> groups, StringBuilder group) {
        if (group.isEmpty()) {
            return false;
        }
        groups.add(group.toString());
        group.setLength(0);
        var digits = new StringBuilder();
        for (String each : groups.reversed()) {
            digits.insert(0, each);
            if (digits.length() > MOST) {
                return false;
            }
            if (digits.length() >= FEWEST && passesLuhn(digits)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBetween(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || BETWEEN.indexOf(c) >= 0;
    }

    private static boolean passesLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
