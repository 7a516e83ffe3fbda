package org.countinghouse.app.shell;

import java.nio.file.Path;
import java.util.Optional;

/// Folders on other disks: what is only in the data folder goes with it.
///
/// @param mark for a second high-water mark, which notices a whole data folder that was put back
/// @param backups for second copies of the backups
public record Elsewhere(Optional<Path> mark, Optional<Path> backups) {
    public static Elsewhere nowhere() {
        return new Elsewhere(Optional.empty(), Optional.empty());
    }
}
