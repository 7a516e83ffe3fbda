package org.countinghouse.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.countinghouse.replicator.ReplicationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The true replicator against the true server and the true database, over a network that cuts.
class ReplicationTest {
    private final CloudRig cloud = CloudRig.running();
    private final String tenant = cloud.newTenant();
    private final Counter counter1 = new Counter(tenant, "counter-1", 1);
    private final Counter counter2 = new Counter(tenant, "counter-2", 2);
    private final List<Counter> counters = List.of(counter1, counter2);

    @AfterEach
    void close() {
        counters.forEach(Counter::close);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aDayOnABadNetworkWithARestoredCentreEndsEqual(long seed) throws Exception {
        for (var counter : counters) {
            assertThat(counter.connect(cloud.address(), CloudRig.CODE).drain(Counter.LIMIT))
                    .isTrue();
        }
        var random = new Random(seed);
        try (var network = new FaultyNetwork(cloud.address(), seed)) {
            for (int hour = 0; hour < 10; hour++) {
                for (var counter : counters) {
                    if (random.nextInt(3) == 0) {
                        counter.connect(network.address(), CloudRig.CODE);
                    }
                    counter.sell(random.nextInt(60));
                }
                if (random.nextInt(4) == 0) {
                    cloud.restore(tenant, 2 + random.nextInt(100));
                }
                Thread.sleep(random.nextInt(60));
            }
            network.mend();
            for (var counter : counters) {
                assertThat(counter.connect(network.address(), CloudRig.CODE).drain(CloudRig.LIMIT))
                        .isTrue();
            }
            everythingIsThereOnce();
            eventually(() -> counter1.neighbourEntries.equals(counter2.journal));
            eventually(() -> counter2.neighbourEntries.equals(counter1.journal));
        }
    }

    @Test
    void aLongWayBehindIsCaughtUp() throws Exception {
        counter1.sell(11_000);
        long started = System.nanoTime();
        assertThat(counter1.connect(cloud.address(), CloudRig.CODE).drain(CloudRig.LIMIT))
                .isTrue();
        System.out.printf(
                "11,001 entries in %d ms%n",
                Duration.ofNanos(System.nanoTime() - started).toMillis());
        everythingIsThereOnce();
    }

    @Test
    void aStationRestoredFromAnOlderCopyIsToldItForkedAndTheCentreKeepsWhatItHad() throws Exception {
        counter1.sell(30);
        counter1.connect(cloud.address(), CloudRig.CODE).drain(Counter.LIMIT);
        counter1.disconnect();
        var honest = List.copyOf(counter1.journal);
        counter1.restore(20);
        counter1.sell(100);
        var replicator = counter1.connect(cloud.address(), CloudRig.CODE);
        eventually(() -> replicator.status().state() instanceof ReplicationState.Forked);
        assertThat(cloud.stored(counter1.stream())).isEqualTo(honest);
    }

    @Test
    void aCentreThatLosesOrAltersOneEntryIsCaughtByTheseTests() throws Exception {
        // The negative control: the same look must find what it is there to find.
        counter1.sell(30);
        counter1.connect(cloud.address(), CloudRig.CODE).drain(Counter.LIMIT);
        counter1.disconnect();
        everythingIsThereOnce(counter1);
        var own = " WHERE tenant = '" + tenant + "' AND sequence = 17";
        cloud.asSuperuser("UPDATE entry SET body = replace(body, 'GBP', 'KHR')" + own);
        assertThat(cloud.stored(counter1.stream())).isNotEqualTo(counter1.journal);
        cloud.asSuperuser("DELETE FROM entry" + own);
        assertThat(cloud.stored(counter1.stream())).isNotEqualTo(counter1.journal);
    }

    private void everythingIsThereOnce() {
        counters.stream().filter(counter -> counter.journal.size() > 1).forEach(this::everythingIsThereOnce);
    }

    private void everythingIsThereOnce(Counter counter) {
        assertThat(cloud.stored(counter.stream())).isEqualTo(counter.journal);
    }

    private static void eventually(BooleanSupplier claim) throws InterruptedException {
        long started = System.nanoTime();
        while (!claim.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(CloudRig.LIMIT);
            Thread.sleep(10);
        }
    }
}
