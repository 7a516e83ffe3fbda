package org.countinghouse.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.countinghouse.app.device.Bridge;
import org.countinghouse.app.device.TrainingDevices;
import org.countinghouse.app.report.StationPapers;
import org.countinghouse.app.report.Workbooks;
import org.countinghouse.app.shell.CloudLink;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.ShopScreens;
import org.countinghouse.app.sync.ReplicatedCopy;
import org.countinghouse.replicator.CloudAddress;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A station with everything around it: devices, papers, workbooks, the copy in the cloud. Ready for its window.
final class Trading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Trading.class);
    private static final long CLOSE_LIMIT_SECONDS = 5;

    private final Station station;
    private final Shop shop;
    private final Bridge bridge;
    private final StationPapers papers;
    private final Workbooks workbooks;
    private final Optional<CloudLink> cloud;
    private final Language language;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /// @param devices addresses as an installer types them
    Trading(Station station, List<String> devices, Optional<CloudAddress> cloud, Language language) {
        this.station = station;
        this.language = language;
        this.shop = ShopScreens.of(station.shop(), station.till(), station.shopCurrencies());
        this.bridge = Bridge.open(devices, station.data(), station.machineBooks());
        this.papers = new StationPapers(shop, station.desk(), station.reader(), bridge.printer(), station.clock());
        this.workbooks = new Workbooks(station.desk(), papers, reports(station), Version.number(), language);
        this.cloud =
                cloud.map(address -> new CloudLink(station.reader(), station.key(), address, station.clock(), _ -> {}));
        station.backUp();
        station.desk().watch(workbooks::afterCommit);
        this.cloud.ifPresent(link -> station.desk().watch(_ -> link.wake()));
    }

    static Optional<CloudAddress> address(Optional<URI> base, String code) {
        return base.map(uri -> new CloudAddress(uri, code));
    }

    private static Path reports(Station station) {
        return station.data().resolve("reports");
    }

    Counter.Ports ports() {
        var copy = new ReplicatedCopy(
                () -> cloud.map(CloudLink::status), station.clock().instant());
        return new Counter.Ports(
                shop,
                station.desk(),
                station.pins(),
                papers,
                bridge.drawer(),
                bridge::health,
                copy,
                station.clock(),
                station.ids()::next,
                workers,
                Optional.of(this::practise));
    }

    /// A counter that knows none of the real devices.
    private TrainingRoom.Prepared practise(Language spoken) {
        var desk = station.practice();
        var devices = TrainingDevices.start(shop.mainCurrency(), station.machineBooks(desk));
        var mark = Texts.load(spoken).text("slip.training");
        var slips = new StationPapers(shop, desk, station.reader(), devices.printer(mark), station.clock());
        var copy = new ReplicatedCopy(
                () -> cloud.map(CloudLink::status), station.clock().instant());
        var ports = new Counter.Ports(
                shop,
                desk,
                station.pins(),
                slips,
                devices.drawer(),
                devices::health,
                copy,
                station.clock(),
                station.ids()::next,
                workers,
                Optional.empty());
        return new TrainingRoom.Prepared(ports, devices);
    }

    Path data() {
        return station.data();
    }

    Shop shop() {
        return shop;
    }

    Language language() {
        return language;
    }

    Workbooks workbooks() {
        return workbooks;
    }

    Optional<CloudLink> cloud() {
        return cloud;
    }

    /// What somebody asked for before the window was closed, such as the end of a training, is still written.
    private void awaitWorkers() {
        try {
            if (!workers.awaitTermination(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("something is still at work after {} s", CLOSE_LIMIT_SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        workers.shutdown();
        awaitWorkers();
        cloud.ifPresent(CloudLink::close);
        bridge.close();
        station.close();
    }
}
