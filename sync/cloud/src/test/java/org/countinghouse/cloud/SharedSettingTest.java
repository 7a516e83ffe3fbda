package org.countinghouse.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.countinghouse.replicator.SharedSetting;
import org.countinghouse.wire.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The true replicator's settings against the true server and the true database, over a network that cuts.
class SharedSettingTest {
    private final CloudRig cloud = CloudRig.running();
    private final String tenant = cloud.newTenant();
    private final Counter counter = new Counter(tenant, "counter-1", 1);

    @AfterEach
    void close() {
        counter.close();
    }

    /// A computer's file: what it says goes to a cloud that has nothing; else the cloud's is taken.
    private static final class File implements SharedSetting {
        private volatile String text;
        private volatile long version;

        File(String text) {
            this.text = text;
        }

        @Override
        public String key() {
            return "devices";
        }

        @Override
        public boolean isChanged() {
            return false;
        }

        @Override
        public Optional<Setting> settle(Optional<Setting> newest) {
            newest.ifPresent(this::accepted);
            return newest.isPresent() || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Setting("devices", 0, text));
        }

        @Override
        public void accepted(Setting kept) {
            text = kept.text();
            version = kept.version();
        }
    }

    @Test
    void whatOneComputerOfAStationSetTheNextOneGetsWithTheSameKey() throws Exception {
        var first = new File("countinghouse devices 1\nversion 1\n");
        counter.settings.add(first);
        try (var network = new FaultyNetwork(cloud.address(), 1)) {
            counter.connect(network.address(), CloudRig.CODE);
            eventually(() -> first.version == 1);
            counter.disconnect();
            var restored = new File("");
            counter.settings.set(0, restored);
            counter.connect(network.address(), CloudRig.CODE);
            eventually(() -> restored.version == 1);
            assertThat(restored.text).isEqualTo(first.text);
        }
    }

    @Test
    void whatTheOperatorSetsReachesTheStation() throws Exception {
        var file = new File("");
        counter.settings.add(file);
        counter.connect(cloud.address(), CloudRig.CODE).drain(Counter.LIMIT);
        try (var store = new TenantStore(new Schema(cloud.postgres.owner()).prepare())) {
            var made = new Setting("devices", 0, "countinghouse devices 1\nversion 1\n");
            new Settings(store, Clock.systemUTC())
                    .keep(new Settings.Whose(tenant, "counter-1"), made, Settings.Author.OPERATOR);
            eventually(() -> file.text.equals(made.text()));
        }
    }

    private static void eventually(BooleanSupplier claim) throws InterruptedException {
        long started = System.nanoTime();
        while (!claim.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(CloudRig.LIMIT);
            Thread.sleep(10);
        }
    }
}
