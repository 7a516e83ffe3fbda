package org.countinghouse.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.countinghouse.app.Station;
import org.countinghouse.app.shell.ShopFile;
import org.countinghouse.device.CashDrawer;
import org.countinghouse.device.DeviceFault;
import org.countinghouse.device.DeviceHealth;
import org.countinghouse.device.DrawerState;
import org.countinghouse.device.DrawerWatch;
import org.countinghouse.device.Opening;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.till.DrawerSeen;
import org.countinghouse.resources.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawerEntriesTest {
    private static final long LIMIT_MILLIS = 10_000;

    @TempDir
    Path folder;

    private final DrawerWithAKey drawer = new DrawerWithAKey();
    private Station station;

    @BeforeEach
    void open() {
        station = Station.open(
                folder, () -> ShopFile.sample(SampleShop.BREAD_BASKET), Optional.empty(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void anOpeningByKeyIsAnEntryAndOneOfOursIsNot() throws InterruptedException {
        try (var watch = DrawerEntries.watched(drawer, station.machineBooks())) {
            Thread.sleep(1500);
            watch.open();
            Thread.sleep(1500);
            drawer.state = DrawerState.SHUT;
            Thread.sleep(1500);
            assertThat(seen()).isEmpty();

            drawer.state = DrawerState.OPEN;

            assertThat(await()).containsExactly(DrawerSeen.What.OPENED_BY_KEY);
        }
    }

    @Test
    void aDrawerLeftOpenIsToldInTheStripUntilItIsShut() throws InterruptedException {
        var open = DeviceHealth.of(drawer.name(), DrawerState.OPEN, true);
        try (var watch = new DrawerWatch(drawer, Duration.ofMillis(10), Duration.ofMillis(50), _ -> {})) {
            assertThat(Bridge.alarmed(open, watch)).isEqualTo(open);

            drawer.state = DrawerState.OPEN;
            until(() -> Bridge.alarmed(open, watch).fault().equals(Optional.of(DeviceFault.LEFT_OPEN)));

            drawer.state = DrawerState.SHUT;
            until(() -> Bridge.alarmed(open, watch).equals(open));
        }
    }

    private static void until(BooleanSupplier claim) throws InterruptedException {
        long end = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        while (!claim.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(5);
        }
    }

    private List<DrawerSeen.What> await() throws InterruptedException {
        long end = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        while (seen().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return seen();
    }

    private List<DrawerSeen.What> seen() {
        return station.desk().entries(0, 1000).stream()
                .map(Entry::fact)
                .filter(DrawerSeen.class::isInstance)
                .map(fact -> ((DrawerSeen) fact).what())
                .toList();
    }

    /// A drawer somebody may open past the station.
    private static final class DrawerWithAKey implements CashDrawer {
        private volatile DrawerState state = DrawerState.SHUT;

        @Override
        public String name() {
            return "drawer";
        }

        @Override
        public Opening open() {
            state = DrawerState.OPEN;
            return new Opening.Opened();
        }

        @Override
        public DrawerState state() {
            return state;
        }

        @Override
        public boolean tellsState() {
            return true;
        }
    }
}
