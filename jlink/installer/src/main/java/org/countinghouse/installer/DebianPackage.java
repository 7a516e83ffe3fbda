package org.countinghouse.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;

/// The image as a Debian package: its files under `/usr/lib/countinghouse`, a command, and an entry in the desktop's
/// menu.
/// Made by `dpkg-deb` itself: packed with zstd, which is a hundred times faster than xz for a fifth more bytes; and
/// with
/// the libraries JavaFX opens at run time among its dependencies, which no tool finds by looking at the files.
final class DebianPackage {
    private static final String LIBRARY = "usr/lib/countinghouse";
    private static final String ICONS = "org/countinghouse/resources/icon/";
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 64, 256);

    private final Path image;
    private final String version;

    DebianPackage(Path image, String version) {
        this.image = image;
        this.version = version;
    }

    /// @param target the folder the package goes to
    /// @return the package
    Path build(Path target) throws IOException, InterruptedException {
        var root = target.resolve("deb");
        delete(root);
        layImageOut(root);
        layMenuOut(root);
        write(root.resolve("usr/share/doc/countinghouse/copyright"), text("copyright"));
        var control = text("control")
                .replace("@version@", version)
                .replace("@architecture@", architecture())
                .replace("@kibibytes@", String.valueOf(kibibytes(root)));
        write(root.resolve("DEBIAN/control"), control);
        var file = target.resolve("countinghouse_" + version + "_" + architecture() + ".deb");
        Command.run(
                target.resolve("dpkg-deb.log"),
                "dpkg-deb",
                "--root-owner-group",
                "-Zzstd",
                "-z3",
                "--build",
                root.toString(),
                file.toString());
        delete(root);
        return file;
    }

    private void layImageOut(Path root) throws IOException {
        var home = root.resolve(LIBRARY);
        try (var all = Files.walk(image)) {
            for (var each : all.toList()) {
                var there = home.resolve(image.relativize(each).toString());
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(each, there, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
        var command = root.resolve("usr/bin/countinghouse");
        Files.createDirectories(command.getParent());
        Files.createSymbolicLink(command, Path.of("../lib/countinghouse/bin/countinghouse"));
    }

    private void layMenuOut(Path root) throws IOException {
        write(root.resolve("usr/share/applications/countinghouse.desktop"), text("countinghouse.desktop"));
        var icons = root.resolve("usr/share/icons/hicolor");
        try (var jar = new JarFile(resources().toFile())) {
            unpack(jar, "countinghouse.svg", icons.resolve("scalable/apps/countinghouse.svg"));
            for (var size : ICON_SIZES) {
                var folder = icons.resolve(size + "x" + size).resolve("apps");
                unpack(jar, "countinghouse-" + size + ".png", folder.resolve("countinghouse.png"));
            }
        }
    }

    /// The icons are where the designer keeps them, and travel in the image.
    private Path resources() throws IOException {
        var jar = image.resolve("lib").resolve("resources-" + version + ".jar");
        if (Files.notExists(jar)) {
            throw new InstallerException("this is no image, it lacks " + jar);
        }
        return jar;
    }

    private static void unpack(JarFile jar, String icon, Path there) throws IOException {
        var entry = jar.getJarEntry(ICONS + icon);
        if (entry == null) {
            throw new InstallerException(jar.getName() + " has no " + ICONS + icon);
        }
        Files.createDirectories(there.getParent());
        try (var in = jar.getInputStream(entry)) {
            Files.copy(in, there);
        }
    }

    /// Debian's word for this machine's processor.
    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case String other -> other;
        };
    }

    private static long kibibytes(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            var bytes = 0L;
            for (var each : all.toList()) {
                bytes += Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS) ? Files.size(each) : 0;
            }
            return bytes / 1024;
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static String text(String name) throws IOException {
        try (var in = DebianPackage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not in this jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
