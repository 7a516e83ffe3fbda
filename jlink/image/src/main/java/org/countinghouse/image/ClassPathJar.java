package org.countinghouse.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// A jar with nothing in it but the list of the jars beside it (the JAR file specification, "Class-Path attribute").
/// The
/// order is written down, since a start-up cache holds for exactly one class path, and paths in it are relative, so
/// that
/// the folder can be moved.
final class ClassPathJar {
    private ClassPathJar() {}

    static void write(Path jar, List<String> names) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", names));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
