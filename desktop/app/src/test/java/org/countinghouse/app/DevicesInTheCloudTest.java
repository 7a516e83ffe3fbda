package org.countinghouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.app.sync.CloudCopy;
import org.countinghouse.replicator.CloudAddress;
import org.countinghouse.resources.Language;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole station with its replicator, against a centre in memory.
class DevicesInTheCloudTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String DEVICES = """
            countinghouse devices 1
            version 1

            device Front printer
              role printer
              address tcp://127.0.0.1:1
            """;

    private final SmallCentre centre = new SmallCentre();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        centre.close();
    }

    private static Trading station(Path data, Optional<URI> cloud) {
        var station =
                Station.open(data, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC());
        return new Trading(
                station, List.of(), cloud.map(uri -> new CloudAddress(uri, "code")), Language.of(Locale.ENGLISH));
    }

    @Test
    void aRestoredComputerGetsTheStationsDevicesAndUsesThemFromItsNextStart() throws IOException {
        var before = Files.createDirectories(folder.resolve("before"));
        Files.writeString(before.resolve("devices.txt"), DEVICES);
        try (var trading = station(before, Optional.of(centre.address()))) {
            eventually(() -> centre.versions().equals(List.of(DEVICES)));
        }

        var after = folder.resolve("after");
        copyLedger(before, after);
        try (var trading = station(after, Optional.of(centre.address()))) {
            var devices = after.resolve("devices.txt");
            eventually(() -> takenFromTheCloud(trading).contains("Front printer"));
            assertThat(trading.ports().devices().get()).isEmpty();
            assertThat(devices).hasContent(DEVICES);
        }
        try (var trading = station(after, Optional.of(centre.address()))) {
            assertThat(trading.ports().devices().get()).isNotEmpty();
        }
        assertThat(centre.versions()).containsExactly(DEVICES);
    }

    private static Set<String> takenFromTheCloud(Trading trading) {
        return trading.ports().cloud().state() instanceof CloudCopy.State.Online(var _, var devices)
                ? devices
                : Set.of();
    }

    @Test
    void whatIsSetInTheCloudComesWithTheNextPullAndAChangeHereGoesOut() throws IOException {
        centre.set(DEVICES);
        try (var trading = station(folder, Optional.of(centre.address()))) {
            var devices = folder.resolve("devices.txt");
            eventually(() -> Files.exists(folder.resolve("devices.txt.agreed")));
            Files.writeString(devices, Files.readString(devices).replace("Front", "Back"));
            trading.cloud().orElseThrow().wake();
            eventually(() -> centre.versions().size() == 2);
            assertThat(centre.versions().getLast())
                    .contains("device Back printer")
                    .doesNotContain("Front");
        }
    }

    @Test
    void withTheCloudOutOfReachOrNoneTheStationStartsAndKeepsItsFile() throws IOException {
        Files.writeString(folder.resolve("devices.txt"), DEVICES);
        for (var cloud : List.of(Optional.<URI>empty(), Optional.of(URI.create("http://127.0.0.1:1")))) {
            long started = System.nanoTime();
            try (var trading = station(folder, cloud)) {
                assertThat(trading.shop()).isNotNull();
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LIMIT);
            }
            assertThat(folder.resolve("devices.txt")).hasContent(DEVICES);
            try (var files = Files.list(folder)) {
                assertThat(files.map(each -> each.getFileName().toString()))
                        .filteredOn(name -> name.startsWith("devices.txt"))
                        .containsExactly("devices.txt");
            }
        }
    }

    /// What a backup carries: the ledger, its key and the shop; not the devices.
    private static void copyLedger(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                if (!each.getFileName().toString().startsWith("devices.txt")) {
                    Files.copy(each, to.resolve(each.getFileName()));
                }
            }
        }
    }

    private static void eventually(BooleanSupplier claim) {
        long started = System.nanoTime();
        while (!claim.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LIMIT);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
