package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.countinghouse.app.device.Bridge;
import org.countinghouse.app.report.StationPapers;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.Glass;
import org.countinghouse.app.shell.Look;
import org.countinghouse.app.shell.MemoryDrafts;
import org.countinghouse.app.shell.PluggedDesk;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.shell.ShopScreens;
import org.countinghouse.app.shell.ShopTemplates;
import org.countinghouse.app.sync.CloudCopy;
import org.countinghouse.device.Denomination;
import org.countinghouse.device.Pieces;
import org.countinghouse.device.money.Intent;
import org.countinghouse.device.spi.CashMachinePeer;
import org.countinghouse.device.spi.PrinterPeer;
import org.countinghouse.device.spi.SimulatedPeers;
import org.countinghouse.ledger.Command;
import org.countinghouse.ledger.Order;
import org.countinghouse.ledger.money.Cash;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A device fault never holds up a sale: window, ledger, printer, drawer and cash machine as in a shop, the devices
/// simulated, each fault while somebody sells.
class FaultedDevicesTest {
    /// What a cashier may wait for, whatever a device does.
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /// A busy machine is slow once, a sale that waits for a device is slow each time.
    private static final int TRIES = 3;

    private static final Denomination DOLLAR = new Denomination("USD", 100);

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private PrinterPeer printer;
    private CashMachinePeer recycler;
    private Station station;
    private Bridge bridge;

    @BeforeEach
    void plugIn() throws IOException {
        var peers = SimulatedPeers.find().orElseThrow();
        printer = peers.startPrinter("counter", folder.resolve("printer"));
        recycler = peers.startCashMachine("ssp", "recycler", Pieces.of(DOLLAR, 40), Duration.ofMillis(20));
        station = Station.open(
                folder.resolve("data"),
                () -> ShopFile.sample(SampleShop.PHNOM_PENH),
                Optional.empty(),
                Clock.systemUTC());
        bridge = Bridge.open(
                List.of(printer.address().toString(), recycler.address().toString()),
                station.data(),
                station.machineBooks());
        var floats = station.shopCurrencies().stream()
                .map(each -> Cash.of(each.of(10_000_000)))
                .toList();
        station.desk()
                .perform(new Order(
                        station.ids().next(),
                        "maly",
                        Optional.empty(),
                        new Command.OpenShift(station.till(), floats, Optional.empty())));
    }

    @AfterEach
    void unplug() {
        workers.shutdownNow();
        bridge.close();
        station.close();
        recycler.close();
        printer.close();
    }

    @TestFactory
    Stream<DynamicTest> aSaleGoesOnWhateverAPrinterOrADrawerDoes() {
        var glass = atTheTill(ports(station.desk()));
        return Stream.concat(
                Stream.of(PrinterPeer.Scene.values())
                        .map(scene -> DynamicTest.dynamicTest(scene.toString(), () -> {
                            printer.play(scene);
                            assertThat(quickest(glass)).isLessThan(LIMIT);
                        })),
                Stream.of(
                        DynamicTest.dynamicTest("the paper ends in the middle", () -> {
                            printer.paperEndsAfter(3);
                            assertThat(quickest(glass)).isLessThan(LIMIT);
                        }),
                        DynamicTest.dynamicTest("the drawer stands open", () -> {
                            printer.turnDrawerKey();
                            assertThat(quickest(glass)).isLessThan(LIMIT);
                        }),
                        DynamicTest.dynamicTest("the end of the day", glass::close)));
    }

    @TestFactory
    Stream<DynamicTest> aSaleGoesOnWhateverACashMachineDoesWithAPayout() {
        var glass = atTheTill(ports(station.desk()));
        return Stream.concat(
                Stream.of(CashMachinePeer.Scene.values())
                        .map(scene -> DynamicTest.dynamicTest(scene.toString(), () -> {
                            recycler.play(scene);
                            payOut();
                            assertThat(quickest(glass)).isLessThan(LIMIT);
                        })),
                Stream.of(DynamicTest.dynamicTest("the end of the day", glass::close)));
    }

    /// The negative control: where a sale does wait for a printer that is silent, the measuring says so.
    @Test
    void aDeskThatAsksTheDevicesFirstIsFound() {
        try (var glass = atTheTill(ports(PluggedDesk.before(station.desk(), bridge::health)))) {
            printer.play(PrinterPeer.Scene.DEAD);
            assertThat(sale(glass)).isGreaterThan(LIMIT);
        }
    }

    private void payOut() {
        var machine = bridge.cashMachines().all().getFirst();
        var id = station.ids().next();
        bridge.cashMachines().asks(id, "maly", Optional.empty());
        var ask = new Intent.Ask.Exactly("USD", Pieces.of(DOLLAR, 2));
        machine.perform(new Intent(id, Intent.Purpose.PAY, ask, "change", Optional.empty()), _ -> {});
    }

    private Duration quickest(Glass glass) {
        return Stream.generate(() -> sale(glass))
                .limit(TRIES)
                .filter(each -> each.compareTo(LIMIT) < 0)
                .findFirst()
                .orElse(LIMIT.plusNanos(1));
    }

    /// From the key that ends a payment to the change on the screen, by when it is durable; then the receipt is asked
    /// for, and the next sale is begun.
    private Duration sale(Glass glass) {
        glass.press("#key-5");
        glass.press("#action");
        glass.await("#exact");
        long start = System.nanoTime();
        glass.press("#exact");
        glass.await("#change");
        glass.press("#print");
        glass.press("#action");
        glass.await("#moves");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Glass atTheTill(Counter.Ports ports) {
        var glass = new Glass(_ -> ports, _ -> "246810", Language.ENGLISH);
        glass.signIn("maly");
        glass.await("#moves");
        sale(glass);
        return glass;
    }

    private Counter.Ports ports(Desk desk) {
        Shop shop = ShopScreens.of(station.shop(), station.till(), station.shopCurrencies());
        var papers = new StationPapers(
                shop,
                station.desk(),
                station.reader(),
                ShopTemplates.in(station.data()).templates(),
                bridge.spool(),
                StationPapers.PATIENCE,
                station.clock());
        return new Counter.Ports(
                shop,
                desk,
                station.pins(),
                papers,
                bridge.spool(),
                Optional.empty(),
                bridge.drawer(),
                bridge::health,
                CloudCopy.State.Off::new,
                station.clock(),
                station.ids()::next,
                workers,
                Look.untilTheEnd(),
                Optional.empty(),
                new MemoryDrafts(),
                Optional.empty(),
                Optional.empty(),
                bridge.cashMachines(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
