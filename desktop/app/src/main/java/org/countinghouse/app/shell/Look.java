package org.countinghouse.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the station looks to the people at it, over its restarts: a word each for the theme and the size of the text,
/// in a file. What cannot be written holds until the station ends.
public final class Look {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    /// A file with more bytes was not written by us.
    private static final int LARGEST_FILE = 64;

    private final Optional<Path> file;
    private Theme theme = Theme.LIGHT;
    private TextSize textSize = TextSize.NORMAL;

    private Look(Optional<Path> file) {
        this.file = file;
    }

    public static Look untilTheEnd() {
        return new Look(Optional.empty());
    }

    /// @param file made when something else than the light theme or the normal size is chosen
    public static Look in(Path file) {
        var look = new Look(Optional.of(file));
        try {
            if (Files.size(file) <= LARGEST_FILE) {
                look.read(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (NoSuchFileException _) {
            // Nobody has chosen anything yet.
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the light theme is shown", file, e);
        }
        return look;
    }

    private void read(String written) {
        for (String word : written.strip().split("\\s+")) {
            for (Theme each : Theme.values()) {
                theme = each.word().equals(word) ? each : theme;
            }
            for (TextSize each : TextSize.values()) {
                textSize = each.word().equals(word) ? each : textSize;
            }
        }
    }

    public synchronized Theme theme() {
        return theme;
    }

    public synchronized TextSize textSize() {
        return textSize;
    }

    /// Waits for the disk.
    public synchronized void choose(Theme chosen) {
        theme = chosen;
        write();
    }

    /// Waits for the disk.
    public synchronized void choose(TextSize chosen) {
        textSize = chosen;
        write();
    }

    private void write() {
        try {
            if (file.isPresent()) {
                String words = theme.word() + " " + textSize.word() + "\n";
                Files.writeString(file.get(), words, StandardCharsets.ISO_8859_1);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written; the look holds until the station ends", file, e);
        }
    }
}
