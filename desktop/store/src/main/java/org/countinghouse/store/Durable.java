package org.countinghouse.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that are whole after a power cut, or as they were before. Never for the ledger's own file while it is open.
public final class Durable {
    private static final String DRAFT = ".new";

    private Durable() {}

    /// Puts this content in the place of whatever the file held.
    public static void write(Path file, byte[] content) throws IOException {
        write(draft(file), content, file);
    }

    /// The same, for a file only its owner may read.
    public static void writeSecret(Path file, byte[] content) throws IOException {
        Path draft = draft(file);
        Files.deleteIfExists(draft);
        if (isPosix(file)) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        write(draft, content, file);
    }

    private static void write(Path draft, byte[] content, Path file) throws IOException {
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        move(draft, file);
    }

    /// The name a file has until it is whole.
    static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + DRAFT);
    }

    /// Gives a file, whose content is on the disk, its name; a file that had it is replaced.
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(parent(to));
    }

    /// Puts a file's content on the disk.
    static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Puts a folder's names on the disk. Windows has no such call and needs none: it journals names with the move.
    static void syncFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    static void makeFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            makeFolder(folder);
        }
    }

    /// Makes a folder that does not vanish with what is in it: its name is on the disk too.
    static void makeFolder(Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (above != null && !Files.isDirectory(folder)) {
            makeFolder(above);
            Files.createDirectories(folder);
            syncFolder(above);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static Path parent(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }
}
