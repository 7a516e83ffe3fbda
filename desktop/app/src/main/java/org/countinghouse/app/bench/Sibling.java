package org.countinghouse.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countinghouse.app.shell.StationFault;

/// Programs of their own, started with the very Java, class path and flags of this one: what the launcher gave this
/// program, the station would have been given too.
final class Sibling {
    /// What a program prints once it has come so far as it is started for.
    static final String READY = "ready";

    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final List<String> NOT_HANDED_ON =
            List.of("-agentlib", "-agentpath", "-javaagent", "-XX:AOTCacheOutput", "-Dcom.sun.management");

    private final List<String> flags;
    private final Duration limit;
    private final ProcessBuilder.Redirect complaints;

    private Sibling(List<String> flags, Duration limit, ProcessBuilder.Redirect complaints) {
        this.flags = flags;
        this.limit = limit;
        this.complaints = complaints;
    }

    /// What a program did.
    ///
    /// @param millis from the start of its process to its line [#READY]
    record Run(double millis, Map<Figure, Double> figures) {
        /// @throws StationFault when it did not tell it
        double figure(Figure wanted) {
            var told = figures.get(wanted);
            if (told == null) {
                throw new StationFault("the program that measures did not tell its " + wanted);
            }
            return told;
        }
    }

    /// @param limit a program that has not ended by then is ended
    static Sibling ofThis(Duration limit) {
        return new Sibling(
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(flag -> NOT_HANDED_ON.stream().noneMatch(flag::startsWith))
                        .toList(),
                limit,
                ProcessBuilder.Redirect.INHERIT);
    }

    Sibling with(String... more) {
        return new Sibling(Stream.concat(flags.stream(), Stream.of(more)).toList(), limit, complaints);
    }

    /// The same, whose complaints nobody wants to read.
    Sibling quiet() {
        return new Sibling(flags, limit, ProcessBuilder.Redirect.DISCARD);
    }

    List<String> flags() {
        return flags;
    }

    /// Starts a program, listens to it and waits for its end.
    Run run(String main, String... arguments) {
        long start = System.nanoTime();
        Process program = start(main, arguments);
        // It is listened to beside the wait: whoever says nothing more ends all the same.
        var heard = CompletableFuture.supplyAsync(() -> hear(program, start));
        try {
            if (!program.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StationFault("the program that measures had not ended after " + limit);
            }
            if (program.exitValue() != 0) {
                throw new StationFault("the program that measures ended with " + program.exitValue());
            }
            return heard.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationFault("the measuring was interrupted", e);
        } finally {
            program.destroyForcibly();
        }
    }

    private Process start(String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).redirectError(complaints).start();
        } catch (IOException e) {
            throw new UncheckedIOException("the program that measures could not be started", e);
        }
    }

    private static Run hear(Process program, long start) {
        double millis = Double.NaN;
        var figures = new EnumMap<Figure, Double>(Figure.class);
        try (BufferedReader lines = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(READY)) {
                    millis = (System.nanoTime() - start) / (double) NANOS_PER_MILLI;
                } else {
                    note(line, figures);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program that measures cannot be heard", e);
        }
        return new Run(millis, figures);
    }

    private static void note(String line, Map<Figure, Double> figures) {
        for (Figure each : Figure.values()) {
            if (line.startsWith(each + " ")) {
                figures.put(each, Double.parseDouble(line.substring(each.name().length() + 1)));
            }
        }
    }
}
