package org.countinghouse.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder a station keeps everything in, held by one running station at a time. The lock is a file of its own:
/// the ledger's file must never be opened by other means than SQLite, or POSIX drops SQLite's locks.
public final class DataFolder implements AutoCloseable {
    private static final String LEDGER = "ledger.db";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Takes the folder, making it where it is not there yet.
    ///
    /// @throws JournalUnavailable when another station holds it, or it cannot be written
    public static DataFolder take(Path path) {
        return takeIfFree(path)
                .orElseThrow(() -> new JournalUnavailable("another station is running on " + path
                        + ": close it first, or give this one a folder of its own with --data"));
    }

    private static Optional<DataFolder> takeIfFree(Path path) {
        try {
            Durable.makeFolder(path);
            var channel =
                    FileChannel.open(path.resolve("station.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataFolder(path, channel));
        } catch (IOException e) {
            throw new JournalUnavailable(
                    "cannot use the data folder " + path + " (" + e.getMessage()
                            + "): check that it exists and may be written",
                    e);
        }
    }

    /// Looks at a folder somebody only wants to read, and puts its log on the disk. A station that has it did
    /// both when it started. Never from within that station: POSIX drops its lock once another handle is closed.
    ///
    /// @throws JournalUnavailable when its ledger is damaged
    public static void refuseDamage(Path path) {
        if (Files.exists(ledgerIn(path))) {
            takeIfFree(path).ifPresent(folder -> {
                try (folder) {
                    prepareLog(path);
                }
            });
        }
    }

    /// Before anybody opens the ledger of a taken folder: what is damaged is refused, for SQLite would wipe out the
    /// traces, and what is seen of the rest is put on the disk before anybody tells of it.
    static void prepareLog(Path path) {
        try {
            if (WriteAheadLog.isDamaged(log(path))) {
                throw new JournalUnavailable(
                        "the ledger's log " + log(path) + " is damaged: entries that were recorded cannot"
                                + " be read. Keep the folder as it is and restore a backup");
            }
            WriteAheadLog.renew(log(path));
        } catch (IOException e) {
            throw new JournalUnavailable("cannot use the ledger's log " + log(path) + ": " + e.getMessage(), e);
        }
    }

    /// After a fault, before the ledger is closed: closing writes the log back, which must be on the disk first.
    void renewLog() {
        try {
            WriteAheadLog.renew(log(path));
        } catch (IOException e) {
            throw new JournalUnavailable("cannot make the ledger's log durable: " + e.getMessage(), e);
        }
    }

    private static Path log(Path path) {
        return path.resolve(LEDGER + "-wal");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    Path ledger() {
        return ledgerIn(path);
    }

    static Path ledgerIn(Path folder) {
        return folder.resolve(LEDGER);
    }

    /// Makes the folder's own entries durable, which SQLite leaves out: new files in it survive a power cut.
    void sync() {
        try {
            Durable.syncFolder(path);
        } catch (IOException e) {
            throw new JournalUnavailable("cannot make the data folder " + path + " durable: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new JournalUnavailable("cannot give the data folder " + path + " back: " + e.getMessage(), e);
        }
    }
}
