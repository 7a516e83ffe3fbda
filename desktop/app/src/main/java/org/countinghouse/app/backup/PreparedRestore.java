package org.countinghouse.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.Notice;
import org.countinghouse.app.shell.Notice.Tone;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.store.DataFolder;
import org.countinghouse.store.Durable;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.store.Restore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A restore that a manager decided on at the window. A station cannot put another ledger under itself, so the next
/// start does it before anything is opened.
///
/// @param from the backup
/// @param acceptFork whether entries that are not in it may be left out
public record PreparedRestore(String from, boolean acceptFork) {
    private static final String FILE = "restore.json";
    private static final JsonMapper JSON = new JsonMapper();

    /// @throws StationFault when it cannot be written
    void keepIn(Path data) {
        try {
            Durable.write(data.resolve(FILE), JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new StationFault("cannot write " + data.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }

    /// Does what was prepared in a data folder. Interrupted, the next start does it again; refused, it is not tried a
    /// second time.
    ///
    /// @param mark the folder of a second high-water mark, where one is set
    /// @return what became of it; empty when nothing was prepared
    /// @throws JournalUnavailable when another station runs on the folder
    public static Optional<Notice> carryOut(Path data, Optional<Path> mark) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var folder = DataFolder.take(data)) {
            var told = read(file).restored(folder, mark);
            Files.delete(file);
            return Optional.of(told);
        } catch (IOException e) {
            throw new StationFault("cannot remove " + file + ": " + e.getMessage(), e);
        }
    }

    private static PreparedRestore read(Path file) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(file), PreparedRestore.class);
        } catch (JacksonException e) {
            throw new StationFault("cannot read " + file + " (" + e.getOriginalMessage() + "): move it away", e);
        }
    }

    private Notice restored(DataFolder folder, Optional<Path> mark) {
        try {
            var done = new Restore(folder, Path.of(from), CurrencyBook.load(), mark).run(acceptFork);
            return new Notice(
                    done.lost() > 0 ? Tone.WARNING : Tone.SUCCESS,
                    done.lost() > 0 ? "backup.restored.shorter" : "backup.restored",
                    Map.of(
                            "sequence", done.head().sequence(),
                            "count", done.lost(),
                            "folder", done.replaced().map(Path::toString).orElse("-")));
        } catch (JournalUnavailable e) {
            return new Notice(Tone.DANGER, "backup.notRestored", Map.of("reason", String.valueOf(e.getMessage())));
        }
    }
}
