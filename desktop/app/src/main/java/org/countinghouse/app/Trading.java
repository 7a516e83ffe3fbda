package org.countinghouse.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.countinghouse.app.device.Bridge;
import org.countinghouse.app.report.StationPapers;
import org.countinghouse.app.report.Workbooks;
import org.countinghouse.app.shell.CloudLink;
import org.countinghouse.app.shell.Prints;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.ShopScreens;
import org.countinghouse.app.shell.ShopTemplates;
import org.countinghouse.app.sync.ReplicatedCopy;
import org.countinghouse.replicator.CloudAddress;
import org.countinghouse.resources.Language;

/// A station with everything around it: devices, papers, workbooks, the copy in the cloud. Ready for its window.
final class Trading implements AutoCloseable {
    private final Station station;
    private final Shop shop;
    private final Bridge bridge;
    private final ShopTemplates templates;
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
        this.templates = ShopTemplates.starting(station.data());
        this.papers = papers(station, templates, bridge, StationPapers.PATIENCE);
        this.workbooks = new Workbooks(station.desk(), papers, reports(station), Version.number(), language);
        this.cloud =
                cloud.map(address -> new CloudLink(station.reader(), station.key(), address, station.clock(), _ -> {}));
        station.backUp();
        station.desk().watch(workbooks::afterCommit);
        this.cloud.ifPresent(link -> station.desk().watch(_ -> link.wake()));
    }

    /// What a station without a window prints with: it waits for no printer.
    static Prints prints(Station station, Bridge bridge) {
        return new Prints(
                papers(station, ShopTemplates.starting(station.data()), bridge, Duration.ZERO),
                bridge.spool(),
                Language.of(Locale.of(station.shop().language())));
    }

    private static StationPapers papers(Station station, ShopTemplates templates, Bridge bridge, Duration patience) {
        return new StationPapers(
                ShopScreens.of(station.shop(), station.till(), station.shopCurrencies()),
                station.desk(),
                station.reader(),
                templates.templates(),
                bridge.spool(),
                patience,
                station.clock());
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
                bridge.spool(),
                templates.notice(),
                bridge.drawer(),
                bridge::health,
                copy,
                station.clock(),
                station.ids()::next,
                workers);
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

    @Override
    public void close() {
        workers.shutdown();
        cloud.ifPresent(CloudLink::close);
        bridge.close();
        station.close();
    }
}
