package org.countinghouse.device.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/// The file a station's registry is kept in. The station, an installer's command and a person's editor
/// may all change it; each of ours writes only over what it has read. What was there before the last
/// writing is kept beside it, with `.before` at its end.
///
/// @param path in the station's folder, such as `devices.txt`
public record RegistryFile(Path path) {
    static final long LARGEST = 2_000_000;

    /// A file that is not there is an empty registry.
    ///
    /// @throws IOException when the disk does not give it
    public DeviceRegistry.Reading read() throws IOException {
        if (Files.notExists(path)) {
            return new DeviceRegistry.Reading(DeviceRegistry.EMPTY, List.of());
        }
        if (Files.size(path) > LARGEST) {
            return new DeviceRegistry.Reading(
                    DeviceRegistry.EMPTY,
                    List.of(new DeviceRegistry.Problem(1, path.getFileName() + " is larger than any list of devices")));
        }
        // Bytes that are no UTF-8 become visible substitutes and are told where they stand, not thrown.
        return DeviceRegistry.read(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    }

    /// Writes it whole or not at all: the new text is on the disk before it takes the old one's name.
    ///
    /// @throws IOException when it could not be written; the old file is still there
    public void write(DeviceRegistry registry) throws IOException {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file lies in a folder");
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, path.getFileName().toString(), ".new");
        try {
            writeThrough(fresh, registry.text());
            if (Files.exists(path)) {
                Files.copy(path, beside(".before"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            keepName(folder);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Writes it in the place of what was read, and only then: a change somebody made since is not
    /// written over.
    ///
    /// @param seen what [#read] gave
    /// @return false when the file says something else by now, or somebody else is writing: read it
    ///        again
    /// @throws IOException when it could not be written; the old file is still there
    public boolean replace(DeviceRegistry.Reading seen, DeviceRegistry registry) throws IOException {
        Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file lies in a folder"));
        try (var channel = FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null || !read().equals(seen)) {
                return false;
            }
            write(registry);
            return true;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    private static void writeThrough(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// A folder can be forced to disk where it can be opened like a file; Windows keeps names by
    /// itself.
    private static void keepName(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
