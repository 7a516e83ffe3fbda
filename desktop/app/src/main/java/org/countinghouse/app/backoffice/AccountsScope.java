package org.countinghouse.app.backoffice;

import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.reports.accounts.Journal;

/// What is looked at: a period, or of it one shift.
///
/// @param z the number of the Z report the shift is in, where it has one
/// @param closed whether there is a shift whose count is over
record AccountsScope(Period period, Optional<ShiftId> shift, Optional<Long> z, boolean closed) {
    static AccountsScope all(Period period) {
        return new AccountsScope(period, Optional.empty(), Optional.empty(), false);
    }

    /// Whether an entry is booked in it.
    boolean holds(Entry entry) {
        return shift.map(each -> entry.shift().filter(each::equals).isPresent())
                .orElseGet(() -> period.holds(Journal.bookedOn(entry)));
    }

    List<Entry> of(List<Entry> entries) {
        return entries.stream().filter(this::holds).toList();
    }

    /// `2026-11-01-to-2026-11-30`, `2026-11-20`, `shift-1-17`. The word keeps two dates from looking like the number of
    /// a
    /// payment card, which the ledger takes in no text.
    String fileName() {
        return shift.map(each -> "shift-" + each)
                .orElseGet(() -> period.from().equals(period.to())
                        ? period.from().toString()
                        : period.from() + "-to-" + period.to());
    }
}
