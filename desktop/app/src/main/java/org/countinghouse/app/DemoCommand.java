package org.countinghouse.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.countinghouse.app.demo.Walk;
import org.countinghouse.app.shell.CloudLink;
import org.countinghouse.app.shell.CloudProcess;
import org.countinghouse.app.shell.CurrencyBook;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.StationFault;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;
import org.countinghouse.ledger.Answer;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.ledger.money.Currency;
import org.countinghouse.ledger.money.Money;
import org.countinghouse.ledger.shift.ShiftId;
import org.countinghouse.ledger.till.Tender;
import org.countinghouse.ledger.till.Tendered;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.countinghouse.store.Verification;
import org.countinghouse.store.Verifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `countinghouse demo [--headless]`.
@CommandLine.Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "A sample shop with two counters, its cloud store and simulated devices. --headless works one whole"
                        + " scripted shift without a display and leaves what it made under ./demo-output/.")
final class DemoCommand implements Callable<Integer> {
    private static final Duration ACKNOWLEDGED_LIMIT = Duration.ofSeconds(60);
    private static final Duration WORKBOOK_LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final String MARKER = ".countinghouse-demo";
    private static final int PIECES_OF_EACH = 25;
    /// How long the simulated cash machine needs for a piece.
    private static final Duration MACHINE_PACE = Duration.ofMillis(150);

    @Option(names = "--headless", description = "no window: work one scripted shift and save what it made")
    private boolean headless;

    @Option(names = "--data", paramLabel = "DIR", description = "where the demo keeps its data (default: ./demo-data)")
    private @Nullable Path data;

    @Option(names = "--output", paramLabel = "DIR", description = "what --headless leaves (default: ./demo-output)")
    private Path output = Path.of("demo-output");

    @Option(
            names = "--shop",
            paramLabel = "NAME",
            defaultValue = "bread-basket",
            description = "the sample: bread-basket (GBP) or phnom-penh (USD and KHR, in Khmer)")
    private String shop = "";

    @Option(
            names = "--counter",
            defaultValue = "1",
            description = "which of the two counters the window is (default: 1)")
    private int counter = 1;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "en, km, vi, th, af or zu; without it the language of the shop")
    private @Nullable String language;

    @Override
    public Integer call() throws IOException {
        ShopFile sample = sample();
        if (headless) {
            return workHeadless(sample);
        }
        if (!Window.hasScreen()) {
            throw new StationFault("there is no display to open a window on (DISPLAY is not set)."
                    + " To see the station at work without one: ./countinghouse demo --headless");
        }
        return openWindow(sample, data == null ? Path.of("demo-data") : data);
    }

    private ShopFile sample() {
        for (SampleShop each : SampleShop.values()) {
            if (each.word().equals(shop)) {
                return ShopFile.sample(each);
            }
        }
        throw new StationFault("there is no sample shop \"" + shop + "\": bread-basket or phnom-penh");
    }

    private Language spoken(ShopFile sample) {
        return Language.of(Locale.of(language == null ? sample.language() : language));
    }

    private ShopFile.Till till(ShopFile sample) {
        if (counter < 1 || counter > sample.tills().size()) {
            throw new StationFault(
                    "the sample shop has counters 1 to " + sample.tills().size() + ", not " + counter);
        }
        return sample.tills().get(counter - 1);
    }

    private int openWindow(ShopFile sample, Path folder) throws IOException {
        Files.createDirectories(folder);
        var window = Window.begin();
        try (var stage = new DemoStage(sample, folder, spoken(sample))) {
            try (var trading = stage.trading(till(sample))) {
                stage.tell(till(sample));
                var shell = window.open(trading);
                Window.awaitClosed(shell);
                Window.close(shell);
            }
            return 0;
        }
    }

    private int workHeadless(ShopFile sample) throws IOException {
        Window.headless();
        clearOutput();
        Path folder = data == null ? output.resolve("data") : data;
        long start = System.nanoTime();
        System.out.println("starting the cloud store, the devices and two counters ...");
        try (var stage = new DemoStage(sample, folder, spoken(sample))) {
            stage.workTheOtherCounter(sample.tills().getLast());
            ShopFile.Till till = sample.tills().getFirst();
            try (var trading = stage.trading(till)) {
                var summary = new LinkedHashMap<String, String>();
                work(stage, trading, sample, summary);
                summary.put("time", Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
                tell(summary);
            }
            return 0;
        }
    }

    private void work(DemoStage stage, Trading trading, ShopFile sample, Map<String, String> summary)
            throws IOException {
        var cashier = sample.employees().getFirst();
        System.out.println("working a shift at the screens ...");
        var shell = Window.begin().open(trading);
        List<Path> pictures = new Walk(shell, trading.shop(), Files.createDirectories(output.resolve("screens")))
                .run(cashier.employee(), cashier.pin());
        Window.close(shell);
        summary.put("screens", pictures.size() + " pictures in " + output.resolve("screens"));
        summary.put("Z slip", zSlip(stage).toString());
        summary.put("workbook", workbook(trading).toString());
        summary.put("cloud", acknowledgement(trading));
        summary.put("ledger", ledger(stage, trading));
    }

    private Path zSlip(DemoStage stage) throws IOException {
        var printout = stage.printer.printouts().getLast();
        Files.writeString(output.resolve("z-slip.txt"), printout.text());
        return Files.copy(printout.image(), output.resolve("z-slip.png"));
    }

    private Path workbook(Trading trading) throws IOException {
        var shift = new ShiftId(trading.shop().till(), 1);
        Path made = trading.workbooks().file(shift);
        long start = System.nanoTime();
        while (!Files.exists(made)) {
            if (System.nanoTime() - start > WORKBOOK_LIMIT.toNanos()) {
                throw new StationFault("the workbook was not written within " + WORKBOOK_LIMIT.toSeconds() + " s");
            }
            pause();
        }
        return Files.copy(made, output.resolve(made.getFileName()));
    }

    private String acknowledgement(Trading trading) throws IOException {
        CloudLink link = trading.cloud().orElseThrow();
        if (!link.drain(ACKNOWLEDGED_LIMIT)) {
            throw new StationFault("the cloud did not acknowledge everything: " + link.status());
        }
        var head = link.head();
        var told = new LinkedHashMap<String, Object>();
        told.put("stream", link.stream().toString());
        told.put("acknowledgedSequence", head.sequence());
        told.put("hash", head.hash().hex());
        told.put("neighbourEntriesHere", link.neighbours());
        Files.write(
                output.resolve("cloud-acknowledgement.json"),
                new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(told));
        return "acknowledged " + head.sequence() + " entries, head "
                + head.hash().shortHex();
    }

    private static String ledger(DemoStage stage, Trading trading) {
        return switch (stage.verify(trading)) {
            case Verification.Whole whole -> "whole, " + whole.entries() + " entries";
            case Verification.WholeFrom whole ->
                "whole from entry " + whole.anchor().sequence();
            case Verification.Broken broken -> throw new StationFault("the ledger is broken: " + broken);
            case Verification.BooksDiffer differ -> throw new StationFault("the books differ: " + differ);
        };
    }

    private void tell(Map<String, String> summary) throws IOException {
        var text = new StringBuilder();
        summary.forEach((name, value) -> text.append(String.format("%-10s %s%n", name, value)));
        Files.writeString(output.resolve("summary.txt"), text);
        System.out.print(text);
    }

    /// Empties what an earlier demo left; a folder somebody else made is never touched.
    private void clearOutput() throws IOException {
        if (Files.exists(output) && !Files.exists(output.resolve(MARKER))) {
            throw new StationFault("the folder " + output + " was not made by the demo: name another with --output");
        }
        if (Files.exists(output)) {
            try (var files = Files.walk(output)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(output);
        Files.createFile(output.resolve(MARKER));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationFault("interrupted", e);
        }
    }

    /// The sample shop's surroundings: its cloud and the devices of the counter people look at.
    private static final class DemoStage implements AutoCloseable {
        private final ShopFile sample;
        private final Path folder;
        private final Language language;
        private final CloudProcess cloud;
        private final PrinterPeer printer;
        private final CashMachinePeer machine;

        DemoStage(ShopFile sample, Path folder, Language language) {
            this.sample = sample;
            this.folder = folder;
            this.language = language;
            var peers = SimulatedPeers.find()
                    .orElseThrow(() -> new StationFault("the simulators are missing: install Countinghouse again"));
            this.printer = printer(peers, folder);
            this.machine = machine(peers);
            this.cloud = CloudProcess.start(folder.resolve("cloud"), sample.tenant());
        }

        private static PrinterPeer printer(SimulatedPeers peers, Path folder) {
            try {
                return peers.startPrinter("front", folder.resolve("printer"));
            } catch (IOException e) {
                throw new UncheckedIOException("the simulated printer could not be started", e);
            }
        }

        private CashMachinePeer machine(SimulatedPeers peers) {
            try {
                return peers.startCashMachine("ssp", "front", filling(), MACHINE_PACE);
            } catch (IOException e) {
                throw new UncheckedIOException("the simulated cash machine could not be started", e);
            }
        }

        private Pieces filling() {
            Currency currency = currency();
            var counts = new TreeMap<Denomination, Integer>();
            currency.denominations()
                    .forEach(each -> counts.put(new Denomination(currency.code(), each.minorUnits()), PIECES_OF_EACH));
            return Pieces.of(counts);
        }

        private Currency currency() {
            return CurrencyBook.load().apply(sample.currencies().getFirst());
        }

        private Station station(ShopFile.Till till) {
            return Station.open(
                    folder.resolve(till.station()), () -> sample, Optional.of(till.station()), Clock.systemUTC());
        }

        Trading trading(ShopFile.Till till) {
            return new Trading(
                    station(till),
                    List.of(
                            printer.address().through("javapos").toString(),
                            machine.address().toString()),
                    Optional.of(cloud.address()),
                    language);
        }

        /// A few sales at the other counter, so that this one has a neighbour.
        void workTheOtherCounter(ShopFile.Till till) {
            try (var trading = new Trading(station(till), List.of(), Optional.of(cloud.address()), language)) {
                var clerk = sample.employees().getLast().employee();
                Money price = currency().of(currency().cashStep() * 100);
                give(
                        trading,
                        clerk,
                        new Command.OpenShift(till.id(), List.of(Cash.of(price.times(50))), Optional.empty()));
                for (int i = 0; i < 3; i++) {
                    give(
                            trading,
                            clerk,
                            new Command.Sell(
                                    till.id(),
                                    price,
                                    List.of(),
                                    List.of(Tendered.of(Tender.CASH, price)),
                                    Optional.empty(),
                                    ""));
                }
                trading.cloud().orElseThrow().drain(ACKNOWLEDGED_LIMIT);
            }
        }

        private static void give(Trading trading, String clerk, Command command) {
            Answer answer = trading.ports()
                    .desk()
                    .perform(new Order(trading.ports().ids().get(), clerk, Optional.empty(), command));
            if (!(answer instanceof Answer.Done)) {
                throw new StationFault("the other counter could not work: " + answer);
            }
        }

        Verification verify(Trading trading) {
            return new Verifier(trading.data(), CurrencyBook.load(), _ -> {}).verify();
        }

        void tell(ShopFile.Till till) {
            System.out.println("Countinghouse demo: " + sample.name() + ", " + till.station());
            System.out.println("sign in with");
            sample.employees()
                    .forEach(person ->
                            System.out.printf("  %-8s PIN %s  (%s)%n", person.name(), person.pin(), person.role()));
            System.out.println("data       " + folder.resolve(till.station()).toAbsolutePath());
            System.out.println("workbooks  "
                    + folder.resolve(till.station()).resolve("reports").toAbsolutePath());
            System.out.println("slips      " + folder.resolve("printer").toAbsolutePath());
            System.out.println("cloud      " + cloud.address() + ", log "
                    + folder.resolve("cloud").resolve("cloud.log").toAbsolutePath());
        }

        @Override
        public void close() {
            cloud.close();
            machine.close();
            printer.close();
        }
    }
}
