package org.countinghouse.smoke;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An image on disk, started as a shop's computer would: nothing of this JVM's environment is passed on.
record Image(Path folder) {
    /// The longest command is a whole scripted shift, under a minute; a busy machine gets its time.
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /// What a command said, on both outputs in the order of saying, and how it ended.
    record Said(int exit, String text) {}

    /// The one that Maven has just built.
    static Image finished() {
        return new Image(Path.of(System.getProperty("finished.image")));
    }

    static boolean onWindows() {
        return WINDOWS;
    }

    Said run(Path workingFolder, String input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(launcher().toString());
        command.addAll(List.of(arguments));
        return start(workingFolder, input, command);
    }

    /// Runs a class of this module's on the image's own Java, with nothing but the class on the class path.
    Said runInside(Path workingFolder, Class<?> main) throws IOException, InterruptedException {
        var classes = Path.of("target", "test-classes").toAbsolutePath();
        return java(workingFolder, "-cp", classes.toString(), main.getName());
    }

    Said java(Path workingFolder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(folder.resolve("runtime/bin/java").toString());
        command.addAll(List.of(arguments));
        return start(workingFolder, "", command);
    }

    /// What starts this image on this system.
    Path launcher() {
        return folder.resolve(WINDOWS ? "bin/countinghouse.cmd" : "bin/countinghouse");
    }

    Said start(Path workingFolder, String input, List<String> command) throws IOException, InterruptedException {
        var given = Files.writeString(workingFolder.resolve("given.txt"), input);
        var said = workingFolder.resolve("said.txt");
        var builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectInput(given.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        if (!WINDOWS) {
            builder.environment().clear();
            builder.environment().put("PATH", pathWithoutJava());
            builder.environment().put("HOME", workingFolder.toString());
        }
        var process = builder.start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " had not ended after " + LIMIT + ":\n" + Files.readString(said));
        }
        return new Said(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    /// A folder with all of the system's tools but Java's: the launcher and PostgreSQL need some, and the system's own
    /// folder for them may hold a Java.
    private static String pathWithoutJava() throws IOException {
        var tools = Path.of("target", "tools").toAbsolutePath();
        if (Files.notExists(tools)) {
            Files.createDirectories(tools);
            for (var folder : List.of("/bin", "/usr/bin", "/sbin", "/usr/sbin")) {
                link(Path.of(folder), tools);
            }
        }
        return tools.toString();
    }

    private static void link(Path folder, Path tools) throws IOException {
        try (var programs = Files.list(folder)) {
            for (var program : programs.toList()) {
                var link = tools.resolve(program.getFileName());
                if (!program.getFileName().toString().startsWith("java") && !Files.exists(link, NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, program);
                }
            }
        }
    }
}
