package org.countinghouse.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.resources.SampleShop;

/// What a person at the window waits for, and what the station holds of the computer's memory meanwhile: each in
/// programs of their own, on a ledger of one year.
final class ScreenFigures {
    /// So much longer than an empty window's may the start of the station take.
    private static final double START_RATIO = 1.5;

    private static final double RECEIPT_MILLIS = 50;
    private static final double RESIDENT_MEGABYTES = 300;

    private static final int GROWTH_FIRST = 1_000;
    private static final int GROWTH_MORE = 10_000;
    private static final Duration PROGRAM_LIMIT = Duration.ofMinutes(10);
    private static final double MICROS_PER_MILLI = 1_000;

    private final Path year;
    private final Sibling sibling;
    private final int rounds;
    private final int sales;

    /// @param year the data folder of a station with a year of trade, closed
    /// @param rounds of every start
    /// @param sales of the day after which memory is looked at
    ScreenFigures(Path year, Windows windows, int rounds, int sales) {
        this.year = year;
        this.rounds = rounds;
        this.sales = sales;
        var like = Sibling.ofThis(PROGRAM_LIMIT);
        this.sibling = windows.hasScreen() ? like : like.with("-Dglass.platform=Headless", "-Dprism.order=sw");
        System.out.println(
                windows.hasScreen() ? "on this computer's screen" : "no screen here: both are drawn without one");
    }

    void print(List<ScreenFigure> wanted) {
        System.out.println("Java's flags: " + String.join(" ", sibling.flags()));
        var quick = cached();
        for (ScreenFigure each : wanted) {
            switch (each) {
                case START -> printStart(quick);
                case KEYS -> printKeys(work(quick, each));
                case MEMORY -> printMemory(work(quick, each), empty(quick));
                case GROWTH -> printGrowth(work(quick, each));
            }
        }
    }

    /// The image starts with a cache of the classes it will need. Where this program has none, one is made of the same
    /// work and given to all.
    private Sibling cached() {
        if (sibling.flags().stream().anyMatch(flag -> flag.startsWith("-XX:AOTCache="))) {
            return sibling;
        }
        Path cache = year.resolveSibling("start.aot");
        // Java tells of every class that it cannot keep.
        work(sibling.quiet().with("-XX:AOTCacheOutput=" + cache), ScreenFigure.START);
        if (Files.notExists(cache)) {
            System.out.println("Java made no start-up cache of this class path: all start without one");
            return sibling;
        }
        System.out.println("with a start-up cache made of one start and a few sales, as the image has one, for all");
        return sibling.with("-XX:AOTCache=" + cache);
    }

    private static Sibling.Run empty(Sibling like) {
        return like.run(EmptyStage.class.getName());
    }

    private Sibling.Run station(Sibling like) {
        return like.run(main(), "station", "--data", year.toString(), "--until-ready");
    }

    private Sibling.Run work(Sibling like, ScreenFigure figure) {
        return like.run(main(), "bench", "--work", year.toString(), "--screen=" + figure.word(), "--sales=" + sales);
    }

    /// The class this program was started with.
    private static String main() {
        return "org.countinghouse.app.Main";
    }

    private void printStart(Sibling like) {
        empty(like);
        station(like);
        var floor = new ArrayList<Sibling.Run>();
        var started = new ArrayList<Sibling.Run>();
        for (int i = 0; i < rounds; i++) {
            floor.add(empty(like));
            started.add(station(like));
        }
        double least = median(floor, Sibling.Run::millis);
        double took = median(started, Sibling.Run::millis);
        System.out.printf(Locale.ROOT, "%nstart, process to picture, %d of each in turns, medians%n", rounds);
        System.out.printf(Locale.ROOT, "%-44s %8.0f ms%n", "empty window", least);
        System.out.printf(Locale.ROOT, "%-44s %8.0f ms%n", "sign-in, a year of trade in the ledger", took);
        System.out.printf(Locale.ROOT, "%-44s %8.2f    (asked: at most %.1f)%n", "ratio", took / least, START_RATIO);
    }

    private static void printKeys(Sibling.Run run) {
        System.out.printf(
                Locale.ROOT, "%nthe key that pays, %d sales a round, medians of the rounds%n", WorkingDay.KEY_PRESSES);
        System.out.printf(Locale.ROOT, "%-32s %10s %10s %10s%n", "", "p50 ms", "p95 ms", "p99 ms");
        System.out.printf(
                Locale.ROOT,
                "%-32s %10.2f %10.2f %10.2f%n",
                "durable append alone",
                millis(run, Figure.APPEND_50),
                millis(run, Figure.APPEND_95),
                millis(run, Figure.APPEND_99));
        System.out.printf(
                Locale.ROOT,
                "%-32s %10.2f %10.2f %10.2f    (asked: p95 below %.0f ms)%n",
                "key to the durable sale's receipt",
                millis(run, Figure.SHOWN_50),
                millis(run, Figure.SHOWN_95),
                millis(run, Figure.SHOWN_99),
                RECEIPT_MILLIS);
    }

    private static double millis(Sibling.Run run, Figure figure) {
        return run.figure(figure) / MICROS_PER_MILLI;
    }

    private void printMemory(Sibling.Run day, Sibling.Run empty) {
        System.out.printf(Locale.ROOT, "%nresident memory after a day of %,d sales, every page and the close%n", sales);
        if (Memory.resident().equals(OptionalDouble.empty())) {
            System.out.printf(Locale.ROOT, "not measured: this system has no /proc/self/status%n");
            return;
        }
        System.out.printf(Locale.ROOT, "%-44s %8.0f MB%n", "empty window", empty.figure(Figure.RESIDENT));
        System.out.printf(
                Locale.ROOT, "%-44s %8.0f MB%n", "station, the shift just closed", day.figure(Figure.RESIDENT));
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.0f MB    (asked: at most %.0f)%n",
                "station, locked after two minutes alone",
                day.figure(Figure.RESIDENT_ALONE),
                RESIDENT_MEGABYTES);
    }

    private static void printGrowth(Sibling.Run run) {
        var growth = new Growth(run.figure(Figure.HEAP_BEFORE), run.figure(Figure.HEAP_AFTER));
        System.out.printf(Locale.ROOT, "%nheap after collection, in MB%n");
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.2f%n",
                String.format(Locale.ROOT, "after %,d sales", GROWTH_FIRST),
                growth.before());
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.2f%n",
                String.format(Locale.ROOT, "after %,d sales more", GROWTH_MORE),
                growth.after());
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.2f    (asked: at most %.0f)%s%n",
                "grown",
                growth.megabytes(),
                Growth.LIMIT_MEGABYTES,
                growth.isHeld() ? " something is held" : "");
    }

    private static double median(List<Sibling.Run> runs, ToDoubleFunction<Sibling.Run> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /// What a program that was started for a figure does.
    static void work(Windows.Opened opened, ScreenFigure figure, int sales) {
        try (var _ = opened.station()) {
            var day = WorkingDay.begin(opened, ShopFile.sample(SampleShop.BREAD_BASKET));
            switch (figure) {
                case START -> day.begun();
                case KEYS -> day.tellKeys();
                case MEMORY -> day.tellResident(sales);
                case GROWTH -> day.tellGrowth(GROWTH_FIRST, GROWTH_MORE);
            }
        }
    }
}
