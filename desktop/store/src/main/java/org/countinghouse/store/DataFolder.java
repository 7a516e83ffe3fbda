package org.countinghouse.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        try {
            Files.createDirectories(path);
            var channel =
                    FileChannel.open(path.resolve("station.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new JournalUnavailable("another station is running on " + path
                        + ": close it first, or give this one a folder of its own with --data");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new JournalUnavailable(
                    "cannot use the data folder " + path + " (" + e.getMessage()
                            + "): check that it exists and may be written",
                    e);
        }
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
        try (var directory = FileChannel.open(path, StandardOpenOption.READ)) {
            directory.force(true);
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
