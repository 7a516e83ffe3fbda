package org.countinghouse.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One target under Jazzer in a JVM of its own: little memory, a limit for each input, and our classes
/// instrumented only.
///
/// @param legs one after the other, each with what it is given in Jazzer's options: how long, or how many inputs
/// @param brief whether it is over before machine code of the best kind is worth making: making it took
///        longer than the inputs
record Fuzzing(Target target, Path folder, List<List<String>> legs, Duration patience, boolean brief) {
    /// For one input; parsers need microseconds.
    private static final int SECONDS_PER_INPUT = 5;

    /// A parser that keeps what it should drop runs out of it.
    private static final String HEAP = "-Xmx192m";

    /// In bytes. Most frames are shorter than 256; a document about a stock of cash is not.
    private static final int LONGEST_INPUT = Integer.getInteger("fuzz.longest", 4096);
    private static final int TAIL_LINES = 40;
    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
    private static final Pattern PROGRESS = Pattern.compile("(?m)^#(\\d+)\\s+\\w+.*?cov: (\\d+)");

    /// What became of it.
    ///
    /// @param inputs how many were run
    /// @param covered how many places in our classes they reached
    /// @param finding what was found, with the input that does it; empty when nothing was
    record Report(String name, long inputs, long covered, String finding) {
        boolean isClean() {
            return finding.isEmpty();
        }

        Report plus(Report next) {
            return new Report(name, inputs + next.inputs, Math.max(covered, next.covered), next.finding);
        }

        String line() {
            return "fuzz: %-18s %,12d inputs, %4d places, %s"
                    .formatted(name, inputs, covered, isClean() ? "nothing found" : "A FINDING");
        }
    }

    /// What one leg reached the next builds upon; a finding ends it.
    Report run() {
        var sum = new Report(target.name(), 0, 0, "");
        for (var leg : legs) {
            if (sum.isClean()) {
                sum = sum.plus(run(leg));
            }
        }
        return sum;
    }

    private Report run(List<String> leg) {
        try {
            var corpus = seeded();
            var log = folder.resolve("log.txt");
            var jvm = new ProcessBuilder(command(corpus, leg))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = waitedFor(jvm);
            return report(Files.readString(log), ended ? jvm.exitValue() : -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path seeded() throws IOException {
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        for (int i = 0; i < target.seeds().size(); i++) {
            Files.write(
                    corpus.resolve("seed-" + i),
                    HexFormat.of().parseHex(target.seeds().get(i)));
        }
        return corpus;
    }

    private List<String> command(Path corpus, List<String> leg) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + (brief ? 1 : 4),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=org.countinghouse.**",
                // Its hooks look for SQL and shell injection; here only what comes out of the parsers counts.
                "--custom_hook_includes=none",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-timeout=" + SECONDS_PER_INPUT,
                "-max_len=" + LONGEST_INPUT,
                "-rss_limit_mb=0",
                "-print_final_stats=1"));
        command.addAll(leg);
        command.add(corpus.toString());
        return command;
    }

    private boolean waitedFor(Process jvm) {
        try {
            return jvm.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            jvm.destroyForcibly();
        }
    }

    private Report report(String log, int exit) {
        var last = EXECUTED.matcher(log).results().reduce((_, next) -> next);
        var progress = PROGRESS.matcher(log).results().reduce((_, next) -> next);
        long inputs = Long.parseLong(
                last.or(() -> progress).map(match -> match.group(1)).orElse("0"));
        long covered = Long.parseLong(progress.map(match -> match.group(2)).orElse("0"));
        return new Report(target.name(), inputs, covered, exit == 0 && inputs > 0 ? "" : finding(log, exit));
    }

    private String finding(String log, int exit) {
        var lines = log.lines().toList();
        String tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                .collect(Collectors.joining("\n"));
        return target.type().getName() + (exit == -1 ? " did not end in time" : " ended with " + exit) + ", see "
                + folder + "\n" + tail;
    }
}
