package org.countinghouse.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.money.Pieces;
import org.countinghouse.ledger.till.SaleLine;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.store.BareInsert;
import org.countinghouse.store.Verification;
import org.countinghouse.wire.Link;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `countinghouse bench`.
@CommandLine.Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure a durable cash sale beside a bare JDBC insert of the same bytes, in turns, on the same"
                + " file system. Figures are medians of the rounds.")
public final class BenchCommand implements Callable<Integer> {
    /// Until the compiler has done with the path of a sale.
    private static final int WARM_UP = 20_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long BYTES_PER_MEGABYTE = 1L << 20;
    private static final String ACTOR = "dara";

    private final Function<Path, Workplace> opener;
    private final Windows windows;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "where to measure: the file system matters. Without it, a temporary folder here")
    private @Nullable Path folder;

    @Option(names = "--rounds", defaultValue = "9", description = "rounds of each (default: 9)")
    private int rounds;

    @Option(
            names = "--sales",
            defaultValue = "1000",
            description = "sales in a round, and in the day of --screen=memory (default: 1000)")
    private int sales;

    @Option(
            names = "--years",
            paramLabel = "N",
            defaultValue = "0",
            description = "make N years of trade, 400,000 entries each, and measure what a station does on them; takes"
                    + " about a minute a year")
    private int years;

    @Option(
            names = "--screen",
            paramLabel = "FIGURE",
            split = ",",
            arity = "0..1",
            fallbackValue = "start,keys,memory,growth",
            description = "measure the window instead, each with the flags this was started with: its start on a year"
                    + " of trade beside an empty window's, from the key that pays to the receipt, memory after a day,"
                    + " growth over 10,000 sales; one of start, keys, memory, growth, or all of them")
    private List<ScreenFigure> screen = List.of();

    @Option(names = "--work", hidden = true, description = "the station a program of --screen works at")
    private @Nullable Path work;

    public BenchCommand(Function<Path, Workplace> opener, Windows windows) {
        this.opener = opener;
        this.windows = windows;
    }

    @Override
    public Integer call() throws IOException {
        if (work != null) {
            ScreenFigures.work(windows.open(work), screen.getFirst(), sales);
            return 0;
        }
        Path base = folder == null ? Path.of("").toAbsolutePath() : folder;
        Path place = Files.createTempDirectory(Files.createDirectories(base), "countinghouse-bench-");
        if (!screen.isEmpty()) {
            return measureScreen(place);
        }
        try (var stage = opener.apply(place.resolve("station"));
                var bare = new BareInsert(place.resolve("bare.db"))) {
            measureSales(stage, bare);
            measureVerify(stage);
            ChangeAdviceTimes.print(rounds, sales);
            DeviceTimes.print(place.resolve("devices"), () -> sell(stage));
            if (years > 0) {
                measureYears(place.resolve("years"), stage);
            }
            return 0;
        } finally {
            remove(place);
        }
    }

    private int measureScreen(Path place) throws IOException {
        try {
            Path year = place.resolve("year");
            makeYears(year, 1);
            new ScreenFigures(year, windows, rounds, sales).print(screen);
            return 0;
        } finally {
            remove(place);
        }
    }

    private void measureSales(Workplace stage, BareInsert bare) {
        open(stage);
        Runnable sale = () -> sell(stage);
        sale.run();
        Link written =
                stage.reader().links(stage.reader().lastSequence() - 1, 1).getFirst();
        byte[] hash = written.hash().bytes();
        Runnable insert = () -> bare.insert(hash, written.body());
        var floor = new Timings("bare JDBC insert of the same bytes");
        var durable = new Timings("durable cash sale");
        new Timings("warm-up").round(WARM_UP, sale);
        new Timings("warm-up").round(WARM_UP, insert);
        for (int i = 0; i < rounds; i++) {
            floor.round(sales, insert);
            durable.round(sales, sale);
        }
        System.out.printf(
                "a sale of two lines, %d bytes; %d rounds of %d, medians of the rounds%n",
                written.body().length(), rounds, sales);
        System.out.printf("%-36s %10s %10s%n", "", "p50 us", "p99 us");
        print(floor);
        print(durable);
        System.out.printf(
                "%-36s %10.2f %10.2f%n",
                "ratio", durable.micros(50) / floor.micros(50), durable.micros(99) / floor.micros(99));
    }

    private static void open(Workplace stage) {
        perform(
                stage,
                new Command.OpenShift(
                        stage.till(),
                        List.of(Cash.of(Pieces.of(stage.currencies().getFirst(), Map.of(100L, 1_000L)))),
                        Optional.empty()));
    }

    private void makeYears(Path data, int years) {
        String station;
        Command.Sell sale;
        Instant until;
        try (var stage = opener.apply(data)) {
            station = stage.reader().stream().station();
            sale = sale(stage);
            until = stage.reader().entries(0, 1).getFirst().recordedAt();
        }
        long start = System.nanoTime();
        YearsOfTrade.make(data, ShopFile.in(data), station, sale, years, until);
        System.out.printf("%n%d years made in %d s%n", years, seconds(start));
    }

    /// @param young a station with little in its ledger
    private void measureYears(Path data, Workplace young) throws IOException {
        makeYears(data, years);
        long opening = System.nanoTime();
        try (var stage = opener.apply(data)) {
            int people = stage.desk().ask(books -> books.people().size());
            System.out.printf("start to sign-in ready, %d people: %d ms%n", people, millis(opening));
            measureTrading(stage, young, data.resolveSibling("index"));
            measureVerify(stage);
            System.out.printf("heap at its peak: %d MB%n", peakHeap() / BYTES_PER_MEGABYTE);
        }
    }

    /// In turns: a disk is not as fast now as it was minutes ago.
    ///
    /// @param index where an index of the entries is made
    private void measureTrading(Workplace stage, Workplace young, Path index) throws IOException {
        open(stage);
        var empty = new Timings("durable cash sale, ledger just begun");
        var full = new Timings("durable cash sale, " + years + " years in");
        for (int i = 0; i < rounds; i++) {
            empty.round(sales, () -> sell(young));
            full.round(sales, () -> sell(stage));
        }
        print(empty);
        print(full);
        System.out.printf(
                "%-36s %10.2f %10.2f%n",
                "ratio", full.micros(50) / empty.micros(50), full.micros(99) / empty.micros(99));
        SearchTimes.print(index, stage, sales, () -> sell(stage));
        Money held = stage.desk()
                .ask(books -> books.expected(
                        books.openShift(stage.till()).orElseThrow().id(),
                        stage.currencies().getFirst()));
        perform(stage, new Command.CountTill(stage.till(), List.of(Cash.of(held))));
        long closing = System.nanoTime();
        perform(stage, new Command.CloseShift(stage.till(), List.of(), "", true));
        System.out.printf("close with Z: %d ms%n", millis(closing));
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / NANOS_PER_MILLI;
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / NANOS_PER_SECOND;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void print(Timings timings) {
        System.out.printf("%-36s %10.1f %10.1f%n", timings.name(), timings.micros(50), timings.micros(99));
    }

    private static void sell(Workplace stage) {
        perform(stage, sale(stage));
    }

    private static Command.Sell sale(Workplace stage) {
        Currency currency = stage.currencies().getFirst();
        Money tea = currency.of(170);
        Money bun = currency.of(230);
        return new Command.Sell(
                stage.till(),
                tea.plus(bun),
                List.of(new SaleLine("pot-of-tea", 1, tea), new SaleLine("cinnamon-bun", 1, bun)),
                List.of(new Tendered(Tender.CASH, Cash.of(Pieces.of(currency, Map.of(500L, 1L))))),
                Optional.of(Pieces.of(currency, Map.of(100L, 1L))),
                "");
    }

    private static void perform(Workplace stage, Command command) {
        Answer answer = stage.desk().perform(new Order(stage.ids().next(), ACTOR, Optional.empty(), command));
        if (!(answer instanceof Answer.Done)) {
            throw new StationFault("the measurement was refused: " + answer);
        }
    }

    private void measureVerify(Workplace stage) {
        long start = System.nanoTime();
        Verification verification = stage.verify().get();
        if (verification instanceof Verification.Whole whole) {
            System.out.printf(
                    "verify, chain and sums: %,d entries, %,d entries/s%n",
                    whole.entries(), whole.entries() * NANOS_PER_SECOND / (System.nanoTime() - start));
        } else {
            throw new StationFault("the ledger that was measured is not whole: " + verification);
        }
    }

    private static void remove(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
