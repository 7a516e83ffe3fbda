package org.countinghouse.smoke;

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

    /// The launcher's, and those with which PostgreSQL is run as somebody else than root.
    private static final List<String> TOOLS =
            List.of("sh", "dirname", "readlink", "uname", "id", "test", "setpriv", "runuser");

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

    /// The script needs a few of the system's tools, and the system's folder for them may hold a Java too; so it gets a
    /// folder with these tools and nothing else.
    private String pathWithoutJava() throws IOException {
        var tools = Files.createDirectories(Path.of("target", "tools").toAbsolutePath());
        for (var tool : TOOLS) {
            var link = tools.resolve(tool);
            for (var there : List.of(
                    Path.of("/bin", tool),
                    Path.of("/usr/bin", tool),
                    Path.of("/sbin", tool),
                    Path.of("/usr/sbin", tool))) {
                if (Files.notExists(link) && Files.exists(there)) {
                    Files.createSymbolicLink(link, there);
                }
            }
        }
        return tools.toString();
    }
}
