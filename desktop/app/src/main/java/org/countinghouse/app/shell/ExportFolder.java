package org.countinghouse.app.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Where files lie that somebody exported. A file is there whole or not at all, and none is written over: somebody may
/// have it open, and its hash stands in the ledger.
public final class ExportFolder {
    private static final int MOST_OF_A_NAME = 1_000;

    private final Path folder;

    public ExportFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /// Waits for the disk.
    ///
    /// @param name without a folder; a number is put behind it where there is one of that name
    /// @return where it lies
    public synchronized Path write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path place = free(name);
        Path fresh = folder.resolve(place.getFileName() + ".new");
        try {
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                var rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            return Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    private Path free(String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String stem = dot < 1 ? name : name.substring(0, dot);
        String ending = dot < 1 ? "" : name.substring(dot);
        for (int copy = 1; copy < MOST_OF_A_NAME; copy++) {
            Path place = folder.resolve(copy == 1 ? name : stem + " (" + copy + ")" + ending);
            if (!Files.exists(place)) {
                return place;
            }
        }
        throw new IOException("there are too many files called " + name);
    }

    /// A title as part of a file's name: letters, digits and dashes.
    public static String name(String title) {
        String plain = title.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "table" : plain;
    }
}
