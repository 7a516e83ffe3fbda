package org.countinghouse.ledger.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countinghouse.ledger.entry.Fact;
import org.countinghouse.ledger.entry.Sha256;
import org.countinghouse.ledger.shift.ShiftId;

/// Entries went into a file for the accountant's books. It moves nothing; the entry's actor is who exported.
///
/// @param form which file it is, such as `journal-xero` or `workbook`
/// @param from the first business date, included
/// @param to the last business date, included
/// @param shift when only one shift's entries were taken
/// @param after entries up to this one were left out, because an earlier export held them; 0 takes all
/// @param upTo the ledger's last entry then: what was recorded later is in no file of this export
/// @param entries how many entries the files hold
/// @param head the hash of the entry `upTo`
/// @param files what was written, in order
public record LedgerExported(
        String form,
        LocalDate from,
        LocalDate to,
        Optional<ShiftId> shift,
        long after,
        long upTo,
        long entries,
        Sha256 head,
        List<File> files)
        implements Fact {
    /// A file as it was handed over.
    ///
    /// @param name without its folder
    public record File(String name, Sha256 hash) {}

    public LedgerExported {
        files = List.copyOf(files);
    }

    /// Whether it was what came after an earlier export.
    public boolean isDifference() {
        return after > 0;
    }

    /// Whether the other one is of the same period in the same form.
    public boolean continues(LedgerExported earlier) {
        return form.equals(earlier.form)
                && from.equals(earlier.from)
                && to.equals(earlier.to)
                && shift.equals(earlier.shift);
    }
}
