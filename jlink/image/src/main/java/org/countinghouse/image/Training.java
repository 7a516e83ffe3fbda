package org.countinghouse.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts the station in the image, signs in, opens a shift and sells: the JVM writes down the classes it loaded and
/// linked (JEP 514), and the next start reads them. It reads all of them, needed or not: a cache made of a whole day
/// made the start longer and took more memory.
final class Training {
    /// The first sales take under a minute; a machine that is busy with other things gets its time.
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final List<String> FIRST_SALES = List.of("bench", "--work", "shop", "--screen=start");
    private static final List<String> BARE_START = List.of("--version");

    private final Path image;
    private final Path folder;

    /// @param folder where the training run may leave its files
    Training(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /// What was run to train.
    List<String> run() throws IOException, InterruptedException {
        Folders.emptied(folder);
        var workload = knows(FIRST_SALES.getFirst()) ? FIRST_SALES : BARE_START;
        var cache = image.resolve("lib/countinghouse.aot").toAbsolutePath();
        var said = start(workload, "-XX:AOTCacheOutput=" + cache);
        if (Files.notExists(cache)) {
            throw new ImageException("the training run left no cache:\n" + said);
        }
        return workload;
    }

    private boolean knows(String command) throws IOException, InterruptedException {
        return start(List.of(command, "--help"), "-Xshare:auto").contains("Usage: countinghouse " + command);
    }

    /// What the image's launcher said, started with further options for its JVM.
    private String start(List<String> arguments, String options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ImageLauncher.in(image).toAbsolutePath().toString());
        command.addAll(arguments);
        var said = folder.resolve("said.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("COUNTINGHOUSE_TRAINING", options);
        builder.environment().remove("DISPLAY");
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new ImageException(String.join(" ", command) + " had not ended after " + LIMIT);
        }
        var text = Files.readString(said, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new ImageException(String.join(" ", command) + " ended with " + process.exitValue() + ":\n" + text);
        }
        return text;
    }
}
