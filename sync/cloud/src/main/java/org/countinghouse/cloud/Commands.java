package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program to its end, within a limit.
final class Commands {
    static final Duration LIMIT = Duration.ofSeconds(120);

    private Commands() {}

    /// @throws CloudException with what the program said, when it fails
    static String output(List<String> command) {
        try {
            var said = Files.createTempFile("countinghouse", ".out");
            try {
                int status = run(command, said);
                var output = Files.readString(said, UTF_8);
                if (status != 0) {
                    throw new CloudException(String.join(" ", command) + " failed: " + output.strip());
                }
                return output;
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new CloudException(command.getFirst() + " cannot be run: " + e.getMessage(), e);
        }
    }

    static boolean succeeds(List<String> command) {
        try {
            output(command);
            return true;
        } catch (CloudException e) {
            return false;
        }
    }

    private static int run(List<String> command, Path said) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new CloudException(command.getFirst() + " did not end within " + LIMIT);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CloudException(command.getFirst() + " was interrupted", e);
        }
    }
}
