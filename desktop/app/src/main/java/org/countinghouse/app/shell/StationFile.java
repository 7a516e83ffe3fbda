package org.countinghouse.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countinghouse.store.Durable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What one station keeps for itself in `station.json` of its data folder. The command line comes before it.
///
/// @param language ISO 639-1
/// @param cloud the address the entries are copied to
/// @param code to enrol there with; kept until the cloud knows this station, and a secret
/// @param mark the folder of a second high-water mark
/// @param backups the folder of second backups
public record StationFile(
        Optional<String> language,
        Optional<String> cloud,
        Optional<String> code,
        Optional<String> mark,
        Optional<String> backups) {
    public static final String FILE = "station.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// As it is written.
    private record Written(
            @Nullable String language,
            @Nullable String cloud,
            @Nullable String code,
            @Nullable String mark,
            @Nullable String backups) {}

    public static StationFile empty() {
        return new StationFile(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// @throws StationFault when the file is there and cannot be read; the message says what to do
    public static StationFile in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return empty();
        }
        try {
            var read = JSON.readValue(Files.readAllBytes(file), Written.class);
            return new StationFile(
                    Optional.ofNullable(read.language),
                    Optional.ofNullable(read.cloud),
                    Optional.ofNullable(read.code),
                    Optional.ofNullable(read.mark),
                    Optional.ofNullable(read.backups));
        } catch (IOException | JacksonException e) {
            throw new StationFault(
                    "cannot read " + file + " (" + e.getMessage() + "): put it right or move it away", e);
        }
    }

    /// Waits for the disk.
    ///
    /// @throws StationFault when it cannot be written; what was there stays
    public void keepIn(Path folder) {
        var written = new Written(
                language.orElse(null), cloud.orElse(null), code.orElse(null), mark.orElse(null), backups.orElse(null));
        try {
            Durable.writeSecret(
                    folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(written));
        } catch (IOException e) {
            throw new StationFault("cannot write " + folder.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }

    public StationFile withLanguage(Optional<String> other) {
        return new StationFile(other, cloud, code, mark, backups);
    }

    public StationFile withCloud(Optional<String> other, Optional<String> otherCode) {
        return new StationFile(language, other, otherCode, mark, backups);
    }

    public StationFile withBackups(Optional<String> other) {
        return new StationFile(language, cloud, code, mark, other);
    }

    /// Where a second mark and second backups are kept: the command line's folders before those kept here.
    public Elsewhere elsewhere(Elsewhere named) {
        return new Elsewhere(
                named.mark().or(() -> mark.map(Path::of)), named.backups().or(() -> backups.map(Path::of)));
    }

    /// Without what nobody may read.
    @Override
    public String toString() {
        return "StationFile[" + cloud.orElse("no cloud") + "]";
    }
}
