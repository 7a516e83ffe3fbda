package org.countinghouse.cloud;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// PostgreSQL's own programs, unpacked once from the archive that comes as a Maven artefact.
final class PostgresBinaries {
    static final String VERSION = "18.6";

    private static final int OWNER_EXECUTES = 0100;

    private PostgresBinaries() {}

    /// @param into where versions lie side by side
    /// @return the folder with `bin`, `lib` and `share`
    static Path unpack(Path into) {
        var home = into.resolve("postgresql-" + VERSION);
        if (Files.isDirectory(home)) {
            return home;
        }
        try (var archive = PostgresBinaries.class.getResourceAsStream(archive())) {
            if (archive == null) {
                throw new CloudException("no embedded PostgreSQL for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch") + ": give a running one with --database");
            }
            var unfinished = Files.createTempDirectory(into, "unpacking");
            open(unfinished);
            unpack(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            return home;
        } catch (IOException e) {
            throw new CloudException("PostgreSQL cannot be unpacked into " + into + ": " + e.getMessage(), e);
        }
    }

    private static String archive() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        var cpu = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + system + "-" + cpu + ".txz";
    }

    private static void unpack(InputStream archive, Path home) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var folder = entry.isDirectory() ? target : target.resolveSibling("");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            open(folder);
        }
        if (entry.isDirectory()) {
            return;
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & OWNER_EXECUTES) != 0) {
                open(target);
            } else if (isPosix(target)) {
                Files.setPosixFilePermissions(target, readable());
            }
        }
    }

    /// Everybody may enter and run, nobody else may write, whatever the umask is.
    static void open(Path path) throws IOException {
        if (isPosix(path)) {
            var permissions = readable();
            Stream.of(PosixFilePermission.values())
                    .filter(permission -> permission.name().endsWith("EXECUTE"))
                    .forEach(permissions::add);
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static EnumSet<PosixFilePermission> readable() {
        return EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
