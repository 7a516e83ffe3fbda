package org.countinghouse.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Lays the image out: `runtime/` from jlink, `lib/` with the jars of station and cloud, `bin/` with the launcher, and
/// the
/// cache that a training run leaves. What is the same as last time stays as it is.
///
/// Arguments: the folder with what Maven laid out (`station/lib`, `station/javafx`, `cloud/lib`), the image's folder,
/// and
/// the file with the licence. Exit code 1, with the reason, when a step failed; no step after it has run.
public final class BuildImage {
    private final Path laidOut;
    private final Path image;
    private final Path licence;

    private BuildImage(Path laidOut, Path image, Path licence) {
        this.laidOut = laidOut;
        this.image = image;
        this.licence = licence;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            new BuildImage(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])).build();
        } catch (ImageException e) {
            System.err.println("image: " + e.getMessage());
            System.exit(1);
        }
    }

    private void build() throws IOException, InterruptedException {
        Files.createDirectories(image);
        LinkedRuntime.of(laidOut.resolve("station/javafx"), image.resolve("runtime"))
                .link();
        layJarsOut();
        new ImageLauncher(image).write();
        Files.copy(licence, Folders.emptied(image.resolve("legal")).resolve("LICENSE"));
        var workload = new Training(image, laidOut.resolve("training")).run();
        System.out.printf("image: trained its start-up with '%s'%n", String.join(" ", workload));
        System.out.printf("image: %s, %d MB%n", image, Folders.megabytes(image));
        System.out.printf("image: start it with %s%n", ImageLauncher.in(image));
    }

    /// Station and cloud share the folder but not the class path: each has a jar that only lists its own.
    private void layJarsOut() throws IOException {
        var lib = Folders.emptied(image.resolve("lib"));
        for (var part : List.of("station", "cloud")) {
            var jars = Folders.filesIn(laidOut.resolve(part).resolve("lib"), ".jar");
            for (var jar : jars) {
                var home = lib.resolve(jar.getFileName());
                if (Files.notExists(home)) {
                    Files.copy(jar, home);
                }
            }
            ClassPathJar.write(
                    lib.resolve(part + ".jar"),
                    jars.stream().map(jar -> jar.getFileName().toString()).toList());
        }
    }
}
