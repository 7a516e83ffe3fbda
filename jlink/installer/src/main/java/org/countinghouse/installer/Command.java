package org.countinghouse.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of the system's.
final class Command {
    /// Packing takes seconds; a slow disk gets its time.
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Command() {}

    static boolean exists(String name) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }

    /// What the program said, once it has ended well.
    static String run(Path log, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new InstallerException(command[0] + " had not ended after " + LIMIT);
        }
        var said = Files.readString(log);
        if (process.exitValue() != 0) {
            throw new InstallerException(command[0] + " ended with " + process.exitValue() + ": " + said);
        }
        return said;
    }
}
