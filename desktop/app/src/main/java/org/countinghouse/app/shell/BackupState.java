package org.countinghouse.app.shell;

import java.time.Instant;
import java.util.Optional;
import org.countinghouse.store.Backups.Made;

/// How it stands with the backups, for a screen to show.
///
/// @param running whether one is being made
/// @param newest when the newest copy was made, also before this start
/// @param last the last one since this start
/// @param trouble why the last try made none; the second place's trouble is told by [Made]
/// @param markTrouble the places the high-water mark could not be written to
public record BackupState(
        boolean running,
        Optional<Instant> newest,
        Optional<Made> last,
        Optional<String> trouble,
        Optional<String> markTrouble) {}
