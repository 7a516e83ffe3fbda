package org.countinghouse.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.countinghouse.fuzz.Fuzzing.Report;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Fuzzes every parser of bytes from outside: each for `-Dfuzz.seconds` (3, with `-Dquick` 2), with
/// `-Dlong` for ten million inputs or an hour. `-Dfuzz.target=AnswersFuzz` takes one alone, or several with commas
/// between; `-Dfuzz.longest=256` keeps the inputs short (4,096 bytes).
@EnabledOnOs({OS.LINUX, OS.MAC})
class FuzzingTest {
    private static final long LONG_RUN_INPUTS = 10_000_000;
    private static final int AT_ONCE = 2;
    private static final int BRIEF_BELOW_SECONDS = 30;

    /// Starting a JVM and instrumenting, on a busy machine.
    private static final Duration STARTING = Duration.ofMinutes(6);

    /// Questions Jazzer asks at every use of a pattern, which tell nothing of a parser of bytes.
    private static final String WITHOUT_PATTERNS =
            "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection,"
                    + "com.code_intelligence.jazzer.runtime.RegexRoadblocks";

    private static final Duration LEADING_IN = Duration.ofMinutes(1);

    /// For the few targets that draw, and are slower than the parsers by a thousand times.
    private static final Duration LONG_RUN = Duration.ofHours(1);

    @TestFactory
    Stream<DynamicTest> noBytesMakeAParserFailLoopOrHoard() {
        var reports = run(Targets.ALL.stream().filter(FuzzingTest::isAskedFor).toList(), legs(), patience());
        reports.forEach(report -> System.out.println(report.line()));
        System.out.println(total(reports));
        return reports.stream()
                .map(report -> DynamicTest.dynamicTest(
                        report.name(), () -> assertThat(report.finding()).isEmpty()));
    }

    /// The negative control: what is broken on purpose is found.
    @TestFactory
    Stream<DynamicTest> aParserThatFailsLoopsOrHoardsIsFound() {
        var broken = List.of(
                Target.of(BrokenParsers.Failing.class),
                Target.of(BrokenParsers.Looping.class),
                Target.of(BrokenParsers.Hoarding.class));
        var signs = Map.of("Failing", "Java Exception", "Looping", "timeout", "Hoarding", "OutOfMemoryError");
        return run(broken, List.of(List.of("-max_total_time=40", "-timeout=2")), patience()).stream()
                .map(report -> DynamicTest.dynamicTest(
                        report.name(), () -> assertThat(report.finding()).contains(signs.get(report.name()))));
    }

    private static List<Report> run(List<Target> targets, List<List<String>> legs, Duration patience) {
        var reports = new ArrayList<Report>();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Report>> running = targets.stream()
                    .map(target -> new Fuzzing(target, folder(target), legs, patience, isBrief()))
                    .map(fuzzing -> pool.submit(fuzzing::run))
                    .toList();
            for (var each : running) {
                reports.add(each.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return reports;
    }

    private static String total(List<Report> reports) {
        return "fuzz: %d targets, %,d inputs, %d findings"
                .formatted(
                        reports.size(),
                        reports.stream().mapToLong(Report::inputs).sum(),
                        reports.stream().filter(each -> !each.isClean()).count());
    }

    private static Path folder(Target target) {
        return Path.of("target", "fuzz", target.name()).toAbsolutePath();
    }

    private static boolean isAskedFor(Target target) {
        return List.of(System.getProperty("fuzz.target", target.name()).split(","))
                .contains(target.name());
    }

    /// Following each comparison leads into a parser, and costs ten times what the parser does. A long run does so
    /// until it has been nearly everywhere, and then only counts the places it comes to.
    private static List<List<String>> legs() {
        return isLong()
                ? List.of(
                        List.of("-max_total_time=" + LEADING_IN.toSeconds()),
                        List.of(
                                "--trace=cov",
                                WITHOUT_PATTERNS,
                                "-runs=" + LONG_RUN_INPUTS,
                                "-max_total_time=" + LONG_RUN.toSeconds()))
                : List.of(List.of("-max_total_time=" + seconds()));
    }

    private static Duration patience() {
        return isLong() ? LONG_RUN.plus(STARTING) : STARTING.plusSeconds(seconds());
    }

    private static int seconds() {
        return Integer.getInteger("fuzz.seconds", System.getProperty("quick") == null ? 3 : 2);
    }

    private static boolean isBrief() {
        return !isLong() && seconds() < BRIEF_BELOW_SECONDS;
    }

    private static boolean isLong() {
        return System.getProperty("long") != null;
    }
}
