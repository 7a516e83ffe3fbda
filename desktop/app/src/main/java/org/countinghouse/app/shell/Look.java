package org.countinghouse.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the station looks to the people at it, over its restarts: one word in a file. What cannot be written holds
/// until the station ends.
public final class Look {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    /// A file with more bytes was not written by us.
    private static final int LARGEST_FILE = 64;

    private final Optional<Path> file;
    private Theme theme = Theme.LIGHT;

    private Look(Optional<Path> file) {
        this.file = file;
    }

    public static Look untilTheEnd() {
        return new Look(Optional.empty());
    }

    /// @param file made when something else than the light theme is chosen
    public static Look in(Path file) {
        var look = new Look(Optional.of(file));
        try {
            if (Files.size(file) <= LARGEST_FILE) {
                look.read(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
            }
        } catch (NoSuchFileException _) {
            // Nobody has chosen anything yet.
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the light theme is shown", file, e);
        }
        return look;
    }

    private void read(String word) {
        for (Theme each : Theme.values()) {
            if (each.word().equals(word)) {
                theme = each;
            }
        }
    }

    public synchronized Theme theme() {
        return theme;
    }

    /// Waits for the disk.
    public synchronized void choose(Theme chosen) {
        theme = chosen;
        try {
            if (file.isPresent()) {
                Files.writeString(file.get(), chosen.word() + "\n", StandardCharsets.ISO_8859_1);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written; the theme holds until the station ends", file, e);
        }
    }
}
