package org.countinghouse.app.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which slips may be on paper, over the station's restarts: a line `+key` when one is begun, `-key` when the printer
/// did not take it after all. Only the newest are remembered. What cannot be written is remembered until the station
/// ends.
public final class OnPaper {
    private static final Logger LOG = LoggerFactory.getLogger(OnPaper.class);

    /// Nobody prints older receipts by mistake.
    static final int MOST = 2_000;

    /// A file with more bytes was not written by us and is left aside.
    private static final long LARGEST_FILE = 1 << 20;

    private final Optional<Path> file;
    private final SequencedSet<String> keys = new LinkedHashSet<>();
    private int lines;

    private OnPaper(Optional<Path> file) {
        this.file = file;
    }

    /// Remembers nothing over a restart.
    public static OnPaper untilTheEnd() {
        return new OnPaper(Optional.empty());
    }

    /// @param file made when it is not there
    public static OnPaper in(Path file) {
        var onPaper = new OnPaper(Optional.of(file));
        try {
            if (Files.size(file) > LARGEST_FILE) {
                LOG.warn("{} is too large and is begun anew", file);
            } else {
                Files.readAllLines(file, StandardCharsets.ISO_8859_1).forEach(onPaper::read);
            }
            onPaper.writeAnew(file);
        } catch (NoSuchFileException _) {
            // Nothing has been printed here yet.
        } catch (IOException e) {
            LOG.warn("{} cannot be read: duplicates of earlier slips will not be marked", file, e);
        }
        return onPaper;
    }

    synchronized boolean holds(String key) {
        return keys.contains(key);
    }

    synchronized void add(String key) {
        if (keys.add(key)) {
            forgetOld();
            write("+" + key);
        }
    }

    synchronized void remove(String key) {
        if (keys.remove(key)) {
            write("-" + key);
        }
    }

    private void read(String line) {
        if (line.startsWith("+")) {
            keys.add(line.substring(1));
            forgetOld();
        } else if (line.startsWith("-")) {
            keys.remove(line.substring(1));
        }
    }

    private void forgetOld() {
        while (keys.size() > MOST) {
            keys.removeFirst();
        }
    }

    private void write(String line) {
        file.ifPresent(path -> {
            try {
                Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                if (++lines > 2 * MOST) {
                    writeAnew(path);
                }
            } catch (IOException e) {
                LOG.warn("{} cannot be written: after a restart duplicates may not be marked", path, e);
            }
        });
    }

    private void writeAnew(Path path) throws IOException {
        List<String> all = keys.stream().map(key -> "+" + key).toList();
        Files.write(path, all);
        lines = all.size();
    }
}
