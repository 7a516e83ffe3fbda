package org.countinghouse.app.backoffice;

import java.util.List;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.money.Money;

/// One entry as a line of the audit trail, in words.
///
/// @param amounts none while they would tell what a count must find
/// @param hidden whether something of it is kept back for that
record AuditRow(
        Entry entry,
        String date,
        String time,
        String kind,
        String detail,
        List<Money> amounts,
        String who,
        String approver,
        String shift,
        String till,
        boolean hidden) {
    AuditRow {
        amounts = List.copyOf(amounts);
    }

    long sequence() {
        return entry.sequence();
    }
}
