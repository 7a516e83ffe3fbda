package org.countinghouse.javapos;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;

/// How many of which coins and notes, as JavaPOS writes it: `5:80,10:77;100:2,500:1` (UPOS 1.15, Cash Changer,
/// `readCashCounts`). What stands before the semicolon is coins, what stands behind it is notes.
///
/// @param coins counts by value, in the vendor's smallest unit
/// @param notes the same of notes
record CashCounts(SortedMap<Integer, Integer> coins, SortedMap<Integer, Integer> notes) {
    static final CashCounts NONE = new CashCounts(new TreeMap<>(), new TreeMap<>());

    private static final int LONGEST = 8000;
    private static final int MOST_VALUES = 200;
    static final int MOST_PIECES = 1_000_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    CashCounts {
        coins = Collections.unmodifiableSortedMap(new TreeMap<>(coins));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    /// @throws IOException when a device says something else than counts
    static CashCounts read(String text) throws IOException {
        return read(text, true);
    }

    /// The values of `currencyCashList`, such as `1,5,10;100,500`, each with the count 0.
    static CashCounts readList(String text) throws IOException {
        return read(text, false);
    }

    private static CashCounts read(String text, boolean counted) throws IOException {
        if (text.length() > LONGEST) {
            throw new IOException("a list of cash longer than " + LONGEST + " characters");
        }
        String[] sides = text.strip().split(";", -1);
        if (sides.length > 2) {
            throw new IOException("\"" + text + "\" has more than one semicolon");
        }
        return new CashCounts(side(sides[0], counted), sides.length < 2 ? new TreeMap<>() : side(sides[1], counted));
    }

    private static SortedMap<Integer, Integer> side(String text, boolean counted) throws IOException {
        var counts = new TreeMap<Integer, Integer>();
        for (String each : text.split(",")) {
            if (each.isBlank()) {
                continue;
            }
            String[] parts = each.strip().split(":", -1);
            if (parts.length != (counted ? 2 : 1)) {
                throw new IOException("\"" + each + "\" is no " + (counted ? "value:count" : "value"));
            }
            int value = number(parts[0], Integer.MAX_VALUE);
            int count = counted ? number(parts[1], MOST_PIECES) : 0;
            if (value == 0 || counts.put(value, count) != null || counts.size() > MOST_VALUES) {
                throw new IOException("\"" + text + "\" is no list of cash: each value stands once, and none is 0");
            }
        }
        return counts;
    }

    private static int number(String digits, int most) throws IOException {
        String plain = digits.strip();
        if (!NUMBER.matcher(plain).matches() || Long.parseLong(plain) > most) {
            throw new IOException("\"" + digits + "\" is no number up to " + most);
        }
        return Integer.parseInt(plain);
    }

    /// The same, where a device has only one kind and its vendor does not care for the semicolon.
    CashCounts allAs(boolean isNotes) {
        var all = new TreeMap<>(coins);
        notes.forEach((value, count) -> all.merge(value, count, Math::addExact));
        return isNotes ? new CashCounts(new TreeMap<>(), all) : new CashCounts(all, new TreeMap<>());
    }

    boolean isNone() {
        return coins.isEmpty() && notes.isEmpty();
    }

    /// @param unit how many of our minor units the vendor's smallest unit is
    Pieces pieces(String currency, long unit) {
        var pieces = new TreeMap<Denomination, Integer>();
        coins.forEach((value, count) -> pieces.put(denomination(currency, value, unit), count));
        notes.forEach((value, count) -> pieces.merge(denomination(currency, value, unit), count, Math::addExact));
        return Pieces.of(pieces);
    }

    private static Denomination denomination(String currency, int value, long unit) {
        return new Denomination(currency, Math.multiplyExact(value, unit));
    }

    /// What it is all worth, in the vendor's smallest unit.
    long worth() {
        return worth(coins) + worth(notes);
    }

    private static long worth(SortedMap<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .mapToLong(each -> (long) each.getKey() * each.getValue())
                .sum();
    }

    /// As JavaPOS wants it.
    String text() {
        return text(coins) + (notes.isEmpty() ? "" : ";" + text(notes));
    }

    /// One kind only, without a semicolon.
    String bare() {
        return text(coins) + text(notes);
    }

    private static String text(SortedMap<Integer, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(","));
    }
}
