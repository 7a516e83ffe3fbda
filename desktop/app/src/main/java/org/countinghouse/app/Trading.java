package org.countinghouse.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.countinghouse.app.backup.BackupRoom;
import org.countinghouse.app.device.Bridge;
import org.countinghouse.app.device.DeviceSetup;
import org.countinghouse.app.device.SharedDevices;
import org.countinghouse.app.device.TrainingDevices;
import org.countinghouse.app.palette.ReceiptWording;
import org.countinghouse.app.report.StationPapers;
import org.countinghouse.app.report.Workbooks;
import org.countinghouse.app.settings.StationSettings;
import org.countinghouse.app.shell.CloudLink;
import org.countinghouse.app.shell.CountDrafts;
import org.countinghouse.app.shell.Desk;
import org.countinghouse.app.shell.ExportFolder;
import org.countinghouse.app.shell.Exports;
import org.countinghouse.app.shell.FileDrafts;
import org.countinghouse.app.shell.Look;
import org.countinghouse.app.shell.MemoryDrafts;
import org.countinghouse.app.shell.Prints;
import org.countinghouse.app.shell.Shop;
import org.countinghouse.app.shell.ShopScreens;
import org.countinghouse.app.shell.ShopTemplates;
import org.countinghouse.app.shell.Spool;
import org.countinghouse.app.shell.StationFile;
import org.countinghouse.app.shell.WindowFolders;
import org.countinghouse.app.support.SupportBundle;
import org.countinghouse.app.sync.ReplicatedCopy;
import org.countinghouse.app.verify.LedgerProof;
import org.countinghouse.replicator.CloudAddress;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.Texts;
import org.countinghouse.store.Verifier;
import org.countinghouse.store.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A station with everything around it: devices, papers, workbooks, the copy in the cloud. Ready for its window.
final class Trading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Trading.class);
    private static final long CLOSE_LIMIT_SECONDS = 5;
    /// What is missing in the index can wait: somebody wants to sign in. A search that needs it before asks for it.
    private static final Duration INDEX_AFTER = Duration.ofSeconds(10);

    private final Station station;
    private final Said said;
    private final List<String> devices;
    private final Look look;
    private final Shop shop;
    private final SharedDevices devicesInCloud;
    private final SearchIndex index;
    private final Bridge bridge;
    private final ShopTemplates templates;
    private final StationPapers papers;
    private final Workbooks workbooks;
    private final Optional<CloudLink> cloud;
    private final String cloudAddress;
    private final Language language;
    private final CountDrafts drafts;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /// @param devices addresses as an installer types them
    Trading(Station station, List<String> devices, Optional<CloudAddress> cloud, Language language) {
        this(station, devices, cloud, language, Said.nothing());
    }

    /// @param said on the command line of this start
    Trading(Station station, List<String> devices, Optional<CloudAddress> cloud, Language language, Said said) {
        this.station = station;
        this.said = said;
        this.devices = List.copyOf(devices);
        this.look = Look.in(station.data().resolve("look.txt"));
        this.language = language;
        this.drafts = new FileDrafts(station.data());
        this.shop = ShopScreens.of(station.shop(), station.till(), station.shopCurrencies());
        this.devicesInCloud = new SharedDevices(station.data(), station.clock());
        this.index = new SearchIndex(station.data(), station.reader(), new ReceiptWording(shop, station.desk()));
        this.bridge = Bridge.open(devices, station.data(), station.machineBooks());
        this.templates = ShopTemplates.starting(station.data());
        this.papers = papers(station, station.desk(), templates, bridge.spool(), StationPapers.PATIENCE);
        this.workbooks = new Workbooks(station.desk(), papers, reports(station), Version.number(), language);
        devicesInCloud.opened();
        this.cloudAddress = cloud.map(CloudAddress::toString).orElse("");
        this.cloud = cloud.map(address -> new CloudLink(
                station.reader(), station.key(), address, List.of(devicesInCloud), station.clock(), _ -> forgetCode()));
        station.backUp();
        index.follow(CompletableFuture.delayedExecutor(INDEX_AFTER.toSeconds(), TimeUnit.SECONDS, workers));
        station.desk().watch(workbooks::afterCommit);
        this.cloud.ifPresent(link -> station.desk().watch(_ -> link.wake()));
    }

    /// What a station without a window prints with: it waits for no printer.
    static Prints prints(Station station, Bridge bridge) {
        return new Prints(
                papers(station, station.desk(), ShopTemplates.starting(station.data()), bridge.spool(), Duration.ZERO),
                bridge.spool(),
                Language.of(Locale.of(station.shop().language())));
    }

    /// Once the cloud has taken something it knows this station, and the code would only lie about.
    private void forgetCode() {
        if (station.reader().mark(Verifier.ACKNOWLEDGED).isPresent()) {
            var kept = StationFile.in(station.data());
            if (kept.code().isPresent()) {
                kept.withCloud(kept.cloud(), Optional.empty()).keepIn(station.data());
            }
        }
    }

    private static StationPapers papers(
            Station station, Desk desk, ShopTemplates templates, Optional<Spool> spool, Duration patience) {
        return new StationPapers(
                ShopScreens.of(station.shop(), station.till(), station.shopCurrencies()),
                desk,
                station.reader(),
                templates.templates(),
                spool,
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
        return new Counter.Ports(
                shop,
                station.desk(),
                station.pins(),
                papers,
                bridge.spool(),
                said.news().or(templates::notice),
                bridge.drawer(),
                bridge::health,
                copy(),
                station.clock(),
                station.ids()::next,
                workers,
                look,
                Optional.of(this::practise),
                drafts,
                Optional.of(new DeviceSetup(station.data(), bridge.running(), shop.zone())),
                Optional.of(new LedgerProof(station.data(), station.reader())),
                bridge.cashMachines(),
                Optional.of(exports()),
                Optional.of(upkeep()),
                Optional.of(index));
    }

    private Exports exports() {
        return new Exports(
                new ExportFolder(station.data().resolve("exports")),
                station.data().resolve("account-map.json"),
                papers::head,
                workbooks::write);
    }

    private Upkeep upkeep() {
        var known = new KnownSettings(station, said, look, devices);
        var settings = new StationSettings(station.data(), known::all);
        var pages = new SupportPages(station, settings::all, bridge::health);
        return new Upkeep(
                settings,
                new BackupRoom(
                        station.data(), station.copies(), station.desk(), station.pins(), station.reader()::stream),
                new SupportBundle(station.data(), pages::all),
                new WindowFolders(),
                said.restart());
    }

    private ReplicatedCopy copy() {
        return new ReplicatedCopy(
                cloud, cloudAddress, devicesInCloud::taken, station.clock().instant());
    }

    /// A counter that knows none of the real devices.
    private TrainingRoom.Prepared practise(Language spoken) {
        var desk = station.practice();
        var mark = Texts.load(spoken).text("slip.training");
        var devices = TrainingDevices.start(shop.mainCurrency(), station.machineBooks(desk), mark);
        var ports = new Counter.Ports(
                shop,
                desk,
                station.pins(),
                papers(station, desk, templates, devices.spool(), StationPapers.PATIENCE),
                devices.spool(),
                templates.notice(),
                devices.drawer(),
                devices::health,
                copy(),
                station.clock(),
                station.ids()::next,
                workers,
                Look.untilTheEnd(),
                Optional.empty(),
                new MemoryDrafts(),
                Optional.empty(),
                Optional.empty(),
                devices.cashMachines(),
                Optional.empty(),
                Optional.empty(),
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
        index.close();
        workers.shutdown();
        awaitWorkers();
        cloud.ifPresent(CloudLink::close);
        bridge.close();
        station.close();
    }
}
