package org.countinghouse.replicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.countinghouse.replicator.FakeCloud.Fault;
import org.countinghouse.wire.Chain;
import org.countinghouse.wire.Link;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicatorTest {
    private final FakeCloud cloud = new FakeCloud();
    private final TestStation counter1 = new TestStation("bakery", "counter-1", 1);
    private final TestStation counter2 = new TestStation("bakery", "counter-2", 2);

    @AfterEach
    void close() {
        counter1.close();
        counter2.close();
        cloud.close();
    }

    @Test
    void everythingInTheOutboxReachesTheCloudInOrder() throws Exception {
        counter1.sell(1_200);
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        assertThat(replicator.drain(TestStation.LIMIT)).isTrue();
        assertThat(cloud.stored(counter1.stream())).isEqualTo(counter1.journal);
        assertThat(cloud.batchSizes).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(500));
        eventually(() -> replicator.status().state() instanceof ReplicationState.UpToDate);
        assertThat(replicator.status().waiting()).isZero();
        assertThat(replicator.status().lastSuccessIfAny()).isPresent();
    }

    @Test
    void aStationFarBehindSendsLargerBatches() throws Exception {
        counter1.sell(11_000);
        counter1.connect(cloud.address(), FakeCloud.CODE).drain(TestStation.LIMIT);
        assertThat(cloud.batchSizes.getFirst()).isGreaterThan(500);
        assertThat(cloud.stored(counter1.stream())).hasSize(11_001);
    }

    @Test
    void aCommitIsSentSoonAfterTheBellRings() throws Exception {
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        replicator.drain(TestStation.LIMIT);
        counter1.sell(3);
        eventually(() -> cloud.stored(counter1.stream()).size() == 4);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultAtAnyRequestLosesNothingAndDoublesNothing(Fault fault) throws Exception {
        int requests = fault == Fault.NEVER_ANSWER ? 3 : 8;
        for (int request = 0; request < requests; request++) {
            try (var centre = new FakeCloud();
                    var station = new TestStation("bakery", "counter-1", request)) {
                for (int i = 0; i < request; i++) {
                    centre.faults.add(Fault.BE_BUSY);
                }
                centre.faults.add(fault);
                station.sell(40);
                assertThat(station.connect(centre.address(), FakeCloud.CODE).drain(TestStation.LIMIT))
                        .isTrue();
                assertThat(centre.stored(station.stream())).isEqualTo(station.journal);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aDayOfFaultsKillsAndRestoresEndsEqual(long seed) throws Exception {
        dayOfFaults(seed, cloud);
        assertThat(cloud.stored(counter1.stream())).isEqualTo(counter1.journal);
        assertThat(cloud.stored(counter2.stream())).isEqualTo(counter2.journal);
        eventually(() -> counter1.neighbourEntries.equals(counter2.journal));
        eventually(() -> counter2.neighbourEntries.equals(counter1.journal));
    }

    @Test
    void aCentreThatAcknowledgesWhatItDoesNotStoreIsCaughtByTheseTests() throws Exception {
        // The negative control: without it, tests that find nothing might be tests that look at nothing.
        var lossy = new Random(1);
        cloud.storing = links -> lossy.nextInt(3) > 0 ? links : List.of();
        counter1.sell(200);
        counter1.connect(cloud.address(), FakeCloud.CODE).drain(Duration.ofSeconds(1));
        cloud.storing = links -> links.subList(0, links.size() - 1);
        counter1.sell(20);
        assertThat(counter1.connect(cloud.address(), FakeCloud.CODE).drain(Duration.ofSeconds(1)))
                .isFalse();
    }

    @Test
    void aReplicatorThatMovesItsCheckpointBeforeTheAnswerIsCaughtByTheseTests() throws Exception {
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        replicator.drain(TestStation.LIMIT);
        // A request still under way would use up the fault.
        eventually(() -> replicator.status().state() instanceof ReplicationState.UpToDate);
        counter1.disconnect();
        counter1.sell(60);
        cloud.faults.add(Fault.LOSE_THE_REQUEST);
        new HastyReplicator(counter1, cloud.address()).sendInTens();
        assertThat(counter1.acknowledged(counter1.stream()).orElseThrow().sequence())
                .isEqualTo(61);
        assertThat(cloud.stored(counter1.stream())).isNotEqualTo(counter1.journal);
    }

    private void dayOfFaults(long seed, FakeCloud centre) throws InterruptedException {
        var random = new Random(seed);
        var kinds =
                List.of(Fault.LOSE_THE_REQUEST, Fault.LOSE_THE_REPLY, Fault.BE_BUSY, Fault.BREAK_DOWN, Fault.BABBLE);
        for (int hour = 0; hour < 12; hour++) {
            for (var station : List.of(counter1, counter2)) {
                station.killBeforeItIsDurable = random.nextBoolean();
                station.killAfterAcknowledgements = random.nextInt(6) - 3;
                station.connect(centre.address(), FakeCloud.CODE);
                station.sell(random.nextInt(30));
            }
            synchronized (centre) {
                centre.faults.add(kinds.get(random.nextInt(kinds.size())));
                if (random.nextInt(4) == 0) {
                    centre.restore(random.nextInt(centre.order.size() + 1));
                }
            }
            Thread.sleep(random.nextInt(30));
        }
        for (var station : List.of(counter1, counter2)) {
            station.killAfterAcknowledgements = -1;
            assertThat(station.connect(centre.address(), FakeCloud.CODE).drain(TestStation.LIMIT))
                    .isTrue();
        }
        for (var station : List.of(counter1, counter2)) {
            assertThat(station.connect(centre.address(), FakeCloud.CODE).drain(TestStation.LIMIT))
                    .isTrue();
        }
    }

    @Test
    void aCentreRestoredToAnOlderStateIsSentEverythingAgain() throws Exception {
        counter1.sell(300);
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        replicator.drain(TestStation.LIMIT);
        cloud.restore(100);
        counter1.sell(1);
        eventually(() -> cloud.stored(counter1.stream()).equals(counter1.journal));
    }

    @Test
    void aStationRestoredFromAnOlderCopyIsToldThatItForked() throws Exception {
        counter1.sell(20);
        counter1.connect(cloud.address(), FakeCloud.CODE).drain(TestStation.LIMIT);
        counter1.disconnect();
        counter1.restore(15);
        counter1.sell(30);
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> replicator.status().state() instanceof ReplicationState.Forked);
        assertThat(cloud.stored(counter1.stream())).hasSize(21);
        assertThat(replicator.drain(TestStation.LIMIT)).isFalse();
    }

    @Test
    void aStationRestoredThatSoldNothingYetIsToldTheCloudHasMore() throws Exception {
        counter1.sell(20);
        counter1.connect(cloud.address(), FakeCloud.CODE).drain(TestStation.LIMIT);
        counter1.disconnect();
        counter1.restore(15);
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        eventually(
                () -> replicator.status().state() instanceof ReplicationState.Forked forked && forked.sequence() == 16);
    }

    @Test
    void anAlteredEntryIsNotSentAndNamed() {
        counter1.sell(20);
        var honest = counter1.journal.get(9);
        counter1.journal.set(
                9, new Link(honest.previous(), honest.hash(), honest.body().replace("GBP", "KHR")));
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> replicator.status().state() instanceof ReplicationState.Refused refused
                && refused.reason().contains("entry 10"));
        assertThat(cloud.stored(counter1.stream())).isEmpty();
    }

    @Test
    void aWrongEnrolmentCodeIsRefusedAndNothingIsSent() {
        var replicator = counter1.connect(cloud.address(), "milk");
        eventually(() -> replicator.status().state() instanceof ReplicationState.Refused);
        assertThat(cloud.stored(counter1.stream())).isEmpty();
    }

    @Test
    void aCloudThatIsAwayIsWaitedForAndTheWaitingEntriesAreCounted() {
        cloud.close();
        counter1.sell(5);
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> replicator.status().state() instanceof ReplicationState.Waiting);
        assertThat(replicator.status().waiting()).isEqualTo(6);
        assertThat(replicator.status().oldestWaitingIfAny())
                .contains(counter1.journal.getFirst().envelope().recordedAt());
    }

    @Test
    void theNeighboursEntriesComeOnceAndInOrder() throws Exception {
        counter2.sell(30);
        counter2.connect(cloud.address(), FakeCloud.CODE).drain(TestStation.LIMIT);
        counter1.connect(cloud.address(), FakeCloud.CODE);
        counter2.sell(30);
        eventually(() -> counter1.neighbourEntries.size() == 61);
        assertThat(counter1.neighbourEntries).isEqualTo(counter2.journal);
    }

    @Test
    void aNeighboursEntryThatDoesNotContinueItsStreamIsNotKeptAndPushingGoesOn() throws Exception {
        counter2.sell(3);
        counter2.connect(cloud.address(), FakeCloud.CODE).drain(TestStation.LIMIT);
        counter2.disconnect();
        synchronized (cloud) {
            cloud.order.set(
                    2,
                    Chain.link(
                            counter2.journal.get(1).previous(),
                            counter2.journal.get(2).body()));
        }
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> replicator.status().neighbourTroubleIfAny().isPresent());
        counter1.sell(2);
        assertThat(replicator.drain(TestStation.LIMIT)).isTrue();
        assertThat(counter1.neighbourEntries).isEmpty();
    }

    @Test
    void withoutACloudEntriesWait() throws Exception {
        counter1.sell(4);
        var world = new Surroundings(Clock.systemUTC(), new Random(1), Surroundings.newHttpClient(), Pace.usual());
        try (var replicator = new Replicator(
                counter1.identity,
                null,
                new Replicator.Ports(counter1, counter1, counter1, List.of()),
                world,
                _ -> {})) {
            replicator.start();
            eventually(() -> replicator.status().waiting() == 5);
            assertThat(replicator.status().state()).isInstanceOf(ReplicationState.NotConfigured.class);
            assertThat(replicator.drain(TestStation.LIMIT)).isFalse();
        }
    }

    @Test
    void closingEndsAWaitAtOnce() {
        cloud.faults.add(Fault.NEVER_ANSWER);
        var replicator = counter1.connect(cloud.address(), FakeCloud.CODE);
        long started = System.nanoTime();
        replicator.close();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        assertThat(replicator.status().state()).isInstanceOf(ReplicationState.Stopped.class);
    }

    @Test
    void plainHttpLeavesThisComputerOnlyProtected() {
        assertThatThrownBy(() -> new CloudAddress(URI.create("http://cloud.example.org"), "x"))
                .hasMessageContaining("https");
        assertThat(new CloudAddress(URI.create("https://cloud.example.org"), "x").at("/v1/health"))
                .hasToString("https://cloud.example.org/v1/health");
    }

    private static void eventually(BooleanSupplier claim) {
        long started = System.nanoTime();
        while (!claim.getAsBoolean()) {
            if (System.nanoTime() - started > TestStation.LIMIT.toNanos()) {
                throw new AssertionError("did not come true within " + TestStation.LIMIT);
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
