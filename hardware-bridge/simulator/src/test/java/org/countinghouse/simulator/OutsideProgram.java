package org.countinghouse.simulator;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that is not ours and reads what we printed. One that is missing is a failed test, because
/// a reader nobody asked proves nothing.
record OutsideProgram(String name, String debianPackage) {
    private static final int LIMIT_SECONDS = 90;

    /// What it writes.
    String read(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        Path heard = Files.createTempFile(folder, name, ".txt");
        var builder = new ProcessBuilder(command)
                .redirectOutput(heard.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // One thread: the tests of a whole build run beside each other.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return fail(
                    "the program \"%s\" is missing: install %s (\"countinghouse test\" does)"
                            .formatted(name, debianPackage),
                    e);
        }
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return fail("%s was not done within %d s".formatted(name, LIMIT_SECONDS));
        }
        return Files.readString(heard, StandardCharsets.UTF_8);
    }
}
