package org.countinghouse.app.backoffice;

import java.util.List;
import org.countinghouse.ledger.money.Money;

/// A shift as a line of the table, in words.
///
/// @param expected empty where it is hidden or there is none; [#said] tells which
/// @param said what stands in place of expected sums
record ShiftRow(
        ShiftStory story,
        String openedBy,
        String openedAt,
        String closedAt,
        String state,
        List<Money> expected,
        String said,
        List<Money> counted,
        List<Money> overShort) {
    ShiftRow {
        expected = List.copyOf(expected);
        counted = List.copyOf(counted);
        overShort = List.copyOf(overShort);
    }
}
