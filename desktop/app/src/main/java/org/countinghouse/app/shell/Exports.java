package org.countinghouse.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongFunction;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.reports.LedgerHead;

/// What a station needs to hand files to somebody. Waits for the disk.
///
/// @param folder where they lie
/// @param accountMap the file of the account map, which may not be there yet
/// @param heads the ledger with this entry at its head
/// @param shifts writes the workbook of a closed shift
public record Exports(ExportFolder folder, Path accountMap, LongFunction<LedgerHead> heads, ShiftWorkbooks shifts) {
    /// Writes the accountant's workbook of a closed shift.
    public interface ShiftWorkbooks {
        /// @param last the last entry that may belong to it
        /// @return where it lies
        Path write(ShiftId shift, long last) throws IOException;
    }
}
