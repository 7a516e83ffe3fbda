package org.countinghouse.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.countinghouse.store.Backups.Kept;
import org.countinghouse.store.Backups.Made;

/// The backups of a station's ledger.
public interface Copies {
    /// How it stands with them. Answers at once.
    BackupState state();

    /// Those beside the ledger, the newest first. Waits for the disk.
    List<Kept> kept();

    /// Makes one now, while the station sells. Waits for it.
    ///
    /// @param to a folder on another disk for a second copy, this time
    /// @param goOn told now and then how many entries are proven; false stops it
    /// @throws org.countinghouse.store.JournalUnavailable when none was made
    Made make(Optional<Path> to, LongPredicate goOn);
}
