package org.countinghouse.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// `bin/countinghouse` in the image: a script, since it starts faster than a compiled launcher, its twin for Windows,
/// and `lib/station.options`, which both hand to Java.
final class ImageLauncher {
    private final Path image;

    ImageLauncher(Path image) {
        this.image = image;
    }

    /// What starts the image on this system.
    static Path in(Path image) {
        var windows = System.getProperty("os.name").startsWith("Windows");
        return image.resolve(windows ? "bin/countinghouse.cmd" : "bin/countinghouse");
    }

    void write() throws IOException {
        Files.writeString(
                Files.createDirectories(image.resolve("lib")).resolve("station.options"), script("station.options"));
        var bin = Folders.emptied(image.resolve("bin"));
        Files.writeString(
                bin.resolve("countinghouse.cmd"), script("launcher.cmd").replaceAll("\\R", "\r\n"));
        var sh = Files.writeString(bin.resolve("countinghouse"), script("launcher.sh"));
        if (Files.getFileStore(sh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(sh, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String script(String name) throws IOException {
        try (var in = ImageLauncher.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in this jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
