package org.countinghouse.app.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.replicator.CloudAddress;
import org.countinghouse.resources.Language;

/// What this station goes by, and what of it is changed at the window. Waits for the disk.
public final class StationSettings {
    private final Path data;
    private final Function<StationFile, List<Setting>> known;

    /// @param data the station's data folder
    /// @param known all settings, given what the station's own file says now
    public StationSettings(Path data, Function<StationFile, List<Setting>> known) {
        this.data = data;
        this.known = known;
    }

    public List<Setting> all() {
        return known.apply(StationFile.in(data));
    }

    /// Which language the station speaks when it starts.
    Notice speak(Language language) {
        return kept(before -> before.withLanguage(Optional.of(language.code())), "settings.station.language.kept");
    }

    /// Where a second copy of each backup goes from the next start on.
    ///
    /// @param folder nothing ends it
    Notice backUpTo(String folder) {
        if (folder.isBlank()) {
            return kept(before -> before.withBackups(Optional.empty()), "settings.station.backups.ended");
        }
        return isFolder(folder.strip())
                ? kept(before -> before.withBackups(Optional.of(folder.strip())), "settings.station.kept")
                : new Notice(Tone.WARNING, "settings.station.backups.noFolder", Map.of("folder", folder.strip()));
    }

    private static boolean isFolder(String folder) {
        try {
            return Files.isDirectory(Path.of(folder)) && Files.isWritable(Path.of(folder));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /// Where entries are copied from the next start on.
    ///
    /// @param address nothing ends it
    /// @param code to enrol there with; not needed where the station is known already
    Notice copyTo(String address, String code) {
        if (address.isBlank()) {
            return kept(before -> before.withCloud(Optional.empty(), Optional.empty()), "settings.station.cloud.ended");
        }
        return isCloud(address.strip())
                ? kept(
                        before -> before.withCloud(
                                Optional.of(address.strip()),
                                Optional.of(code.strip()).filter(word -> !word.isEmpty())),
                        "settings.station.kept")
                : Notice.of(Tone.WARNING, "firstrun.problem.cloud");
    }

    private static boolean isCloud(String typed) {
        try {
            return !new CloudAddress(URI.create(typed), "").toString().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private synchronized Notice kept(UnaryOperator<StationFile> change, String key) {
        try {
            change.apply(StationFile.in(data)).keepIn(data);
            return Notice.of(Tone.SUCCESS, key);
        } catch (StationFault e) {
            return new Notice(
                    Tone.DANGER, "settings.station.notKept", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }
}
