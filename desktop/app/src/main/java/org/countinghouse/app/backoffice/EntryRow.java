package org.countinghouse.app.backoffice;

import java.util.Arrays;
import java.util.Locale;

/// One entry as a line of the table, in words.
record EntryRow(long sequence, String time, String kind, String detail, String amount, String who) {
    /// Whether every word of the filter occurs somewhere in the line.
    boolean matches(String filter) {
        String line = String.join(" ", Long.toString(sequence), time, kind, detail, amount, who)
                .toLowerCase(Locale.ROOT);
        return filter.toLowerCase(Locale.ROOT)
                .lines()
                .flatMap(text -> Arrays.stream(text.split("\\s+")))
                .allMatch(line::contains);
    }
}
