package org.countinghouse.image;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/// Java and JavaFX, cut to the modules that station and cloud use. The application stays on the class path: JavaPOS,
/// jOOQ
/// and POI bring automatic modules, which jlink refuses.
final class LinkedRuntime {
    /// `jdk.localedata` and `jdk.charsets` are there for money in đồng and for printers' code pages: without them
    /// nothing
    /// fails, it only comes out wrong.
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.scripting",
            "java.security.jgss",
            "java.sql",
            "java.sql.rowset",
            "java.xml",
            "java.xml.crypto",
            "javafx.controls",
            "javafx.fxml",
            "jdk.charsets",
            "jdk.httpserver",
            "jdk.localedata",
            "jdk.management",
            "jdk.unsupported",
            "jdk.xml.dom",
            "jdk.zipfs");

    /// The languages whose names, dates and money the runtime knows. Line numbers stay in, for stack traces; nothing is
    /// compressed, since that makes the download larger.
    private static final List<String> OPTIONS = List.of(
            "--include-locales=en,km,vi,th",
            "--exclude-resources=**.so,**.dylib,**.dll",
            "--no-header-files",
            "--no-man-pages",
            "--generate-cds-archive");

    private final Path javafx;
    private final Path runtime;

    private LinkedRuntime(Path javafx, Path runtime) {
        this.javafx = javafx;
        this.runtime = runtime;
    }

    /// @param javafx the folder with JavaFX's jars and native libraries for this system
    /// @param runtime where the runtime goes
    static LinkedRuntime of(Path javafx, Path runtime) {
        return new LinkedRuntime(javafx, runtime);
    }

    void link() throws IOException {
        var recipe = recipe();
        var stamp = runtime.resolve("recipe");
        if (Files.exists(stamp) && Files.readString(stamp).equals(recipe)) {
            return;
        }
        System.out.printf("image: linking %d modules of Java %s%n", MODULES.size(), Runtime.version());
        Folders.delete(runtime);
        jlink();
        layNativeLibrariesOut();
        Files.writeString(stamp, recipe);
    }

    private void jlink() {
        var said = new StringWriter();
        var print = new PrintWriter(said, true);
        var arguments = new ArrayList<>(OPTIONS);
        arguments.addAll(List.of(
                "--module-path", javafx.toString(),
                "--add-modules", String.join(",", MODULES),
                "--output", runtime.toString()));
        var jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new ImageException("this JDK has no jlink: " + System.getProperty("java.home")));
        if (jlink.run(print, print, arguments.toArray(String[]::new)) != 0) {
            throw new ImageException("jlink failed: " + said);
        }
    }

    /// JavaFX first looks here for its libraries; what it does not find it unpacks into the user's folder at every
    /// version.
    private void layNativeLibrariesOut() throws IOException {
        var home = runtime.resolve(System.getProperty("os.name").startsWith("Windows") ? "bin" : "lib");
        for (var library : Folders.filesIn(javafx, ".so", ".dylib", ".dll")) {
            Files.copy(library, home.resolve(library.getFileName()));
        }
    }

    /// Everything the runtime depends on; while it is the same, so is the runtime.
    private String recipe() throws IOException {
        var jars = Folders.filesIn(javafx, ".jar").stream()
                .map(jar -> jar.getFileName().toString())
                .collect(Collectors.joining("\n"));
        return String.join("\n", Runtime.version().toString(), MODULES.toString(), OPTIONS.toString(), jars, "");
    }
}
