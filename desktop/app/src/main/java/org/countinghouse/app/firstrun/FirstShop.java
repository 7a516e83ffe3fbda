package org.countinghouse.app.firstrun;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.store.JournalUnavailable;

/// Makes the shop of a new station: all of it, or nothing.
public final class FirstShop {
    private final Staging staging;
    private final BiConsumer<Path, ShopFile> maker;

    /// @param maker makes the station of a shop in an empty folder and shuts it again
    public FirstShop(Staging staging, BiConsumer<Path, ShopFile> maker) {
        this.staging = staging;
        this.maker = maker;
    }

    /// Waits for the disk.
    ///
    /// @return why nothing was set up; empty when the shop is there
    Optional<Notice> setUp(Answers answers) {
        try {
            if (!staging.isWhole()) {
                make(answers, staging.station());
            }
            staging.commit();
            return Optional.empty();
        } catch (StationFault | JournalUnavailable e) {
            return Optional.of(
                    new Notice(Tone.DANGER, "firstrun.failed", Map.of("reason", String.valueOf(e.getMessage()))));
        }
    }

    private void make(Answers answers, Path folder) {
        maker.accept(folder, answers.shop());
        answers.station(StationFile.empty()).keepIn(folder);
    }
}
