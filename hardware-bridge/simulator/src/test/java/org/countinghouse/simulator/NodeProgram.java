package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A program of ours around a package that others wrote for Node.js, in a folder beside the tests: a
/// script, `package.json` and its lock file. Without `node` and `npm` the test fails and says so.
record NodeProgram(Path folder, String script) {
    private static final Duration INSTALL_LIMIT = Duration.ofSeconds(60);

    /// Once per `target`: the lock file names every package and its check sum, and no scripts are run.
    static NodeProgram installed(String name, String script) throws IOException, InterruptedException {
        Path folder =
                Path.of(System.getProperty("basedir", "."), "target", name).toAbsolutePath();
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "package-lock.json", script)) {
            try (InputStream in = NodeProgram.class.getResourceAsStream(name + "/" + file)) {
                Files.copy(Objects.requireNonNull(in, file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path done = folder.resolve("node_modules/installed");
        String lock = Files.readString(folder.resolve("package-lock.json"));
        if (!Files.exists(done) || !Files.readString(done).equals(lock)) {
            run(
                    folder,
                    INSTALL_LIMIT,
                    List.of(
                            "npm",
                            "ci",
                            "--ignore-scripts",
                            "--omit=optional",
                            "--no-audit",
                            "--no-fund",
                            "--loglevel=error"));
            Files.writeString(done, lock);
        }
        return new NodeProgram(folder, script);
    }

    /// Runs it to its end and hands back what it said.
    List<String> say(Duration limit, String... arguments) throws IOException, InterruptedException {
        return run(folder, limit, List.of(command(arguments))).lines().toList();
    }

    /// Starts it, to talk with.
    Process start(String... arguments) throws IOException {
        return started(folder, List.of(command(arguments)));
    }

    private String[] command(String... arguments) {
        var command = new String[arguments.length + 2];
        command[0] = "node";
        command[1] = script;
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return command;
    }

    private static Process started(Path folder, List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("this test needs Node.js (node and npm, 20 or later) on the path", e);
        }
    }

    private static String run(Path folder, Duration limit, List<String> command)
            throws IOException, InterruptedException {
        Process process = started(folder, command);
        var words = new StringBuilder();
        try (BufferedReader out = process.inputReader()) {
            var killer = process.onExit()
                    .orTimeout(limit.toSeconds(), TimeUnit.SECONDS)
                    .exceptionally(_ -> {
                        process.destroyForcibly();
                        return process;
                    });
            out.lines().forEach(line -> words.append(line).append('\n'));
            killer.join();
        }
        assertThat(process.waitFor())
                .as("%s did not end well: %s", String.join(" ", command), words)
                .isZero();
        return words.toString();
    }
}
