package org.countinghouse.replicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.countinghouse.replicator.FakeCloud.Fault;
import org.countinghouse.wire.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharingTest {
    private final FakeCloud cloud = new FakeCloud();
    private final TestStation station = new TestStation("bakery", "counter-1", 1);
    private final Words words = new Words();

    SharingTest() {
        station.settings.add(words);
    }

    @AfterEach
    void close() {
        station.close();
        cloud.close();
    }

    /// A setting that takes the centre's text where that is newer than the agreed one, and sends its
    /// own else.
    private static class Words implements SharedSetting {
        private Setting agreed = new Setting("words", 0, "");
        private String text = "";
        private String settled = "";
        private boolean breaks;
        private final List<Optional<Setting>> seen = new CopyOnWriteArrayList<>();

        synchronized void write(String changed) {
            text = changed;
        }

        synchronized String text() {
            return text;
        }

        @Override
        public String key() {
            return "words";
        }

        @Override
        public synchronized boolean isChanged() {
            return !text.equals(settled);
        }

        @Override
        public synchronized Optional<Setting> settle(Optional<Setting> newest) {
            seen.add(newest);
            if (breaks) {
                throw new IllegalStateException("the disk is gone");
            }
            var there = newest.orElse(new Setting("words", 0, ""));
            if (there.version() > agreed.version() && !there.text().equals(text)) {
                text = there.text();
            }
            agreed = there;
            settled = text;
            return text.equals(there.text())
                    ? Optional.empty()
                    : Optional.of(new Setting("words", there.version(), text));
        }

        @Override
        public synchronized void accepted(Setting kept) {
            agreed = kept;
        }

        synchronized long version() {
            return agreed.version();
        }
    }

    private static Pace withSettingsEvery(Duration every) {
        var hurried = TestStation.hurried();
        return new Pace(
                hurried.gather(),
                hurried.poll(),
                every,
                hurried.answerLimit(),
                hurried.firstBackOff(),
                hurried.longestBackOff(),
                hurried.longestObeyed(),
                hurried.refusedPause());
    }

    @Test
    void atStartWhatTheCentreHasIsTakenAndWhatItLacksIsSent() {
        cloud.set("words", "from the owner");
        station.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> words.text().equals("from the owner"));
        assertThat(cloud.versions("words")).containsExactly("from the owner");

        var second = new Words();
        second.write("mine");
        station.settings.set(0, second);
        cloud.settings.clear();
        station.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> second.version() == 1);
        assertThat(cloud.versions("words")).containsExactly("mine");
    }

    @Test
    void aChangeHereIsSentWithoutWaitingForThePace() {
        station.pace = withSettingsEvery(Duration.ofHours(1));
        station.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> !words.seen.isEmpty());
        words.write("one printer more");
        eventually(() -> cloud.versions("words").equals(List.of("one printer more")));
    }

    @Test
    void aChangeAtTheCentreIsTakenAtThePace() {
        station.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> !words.seen.isEmpty());
        cloud.set("words", "from the owner");
        eventually(() -> words.text().equals("from the owner"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void afterEachFaultOfTheNetworkBothEndEqual(Fault fault) throws Exception {
        station.connect(cloud.address(), FakeCloud.CODE).drain(TestStation.LIMIT);
        for (int i = 1; i <= 3; i++) {
            cloud.faults.add(fault);
            var text = "text " + i;
            words.write(text);
            eventually(() -> cloud.versions("words").contains(text)
                    && words.version() == cloud.versions("words").size());
        }
        assertThat(cloud.versions("words")).containsExactly("text 1", "text 2", "text 3");
        station.sell(3);
        eventually(() -> cloud.stored(station.stream()).equals(station.journal));
    }

    @Test
    void aCentreThatKnowsNoSettingsGetsTheEntriesAllTheSame() throws Exception {
        cloud.knowsSettings = false;
        words.write("mine");
        var replicator = station.connect(cloud.address(), FakeCloud.CODE);
        for (int i = 0; i < 20; i++) {
            station.sell(5);
            assertThat(replicator.drain(TestStation.LIMIT)).isTrue();
        }
        assertThat(cloud.stored(station.stream())).isEqualTo(station.journal);
        assertThat(station.told).noneMatch(status -> status.state() instanceof ReplicationState.Waiting);
        assertThat(words.seen).isEmpty();
        cloud.knowsSettings = true;
        eventually(() -> cloud.versions("words").equals(List.of("mine")));
    }

    @Test
    void aSettingWhoseDiskFailsHoldsUpNoEntry() throws Exception {
        words.breaks = true;
        var replicator = station.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> !words.seen.isEmpty());
        station.sell(30);
        assertThat(replicator.drain(TestStation.LIMIT)).isTrue();
    }

    @Test
    void aStationThatForkedStillHearsWhatIsSetForIt() throws Exception {
        station.sell(30);
        station.connect(cloud.address(), FakeCloud.CODE).drain(TestStation.LIMIT);
        station.disconnect();
        station.restore(20);
        cloud.set("words", "from the owner");
        var replicator = station.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> replicator.status().state() instanceof ReplicationState.Forked);
        eventually(() -> words.text().equals("from the owner"));
    }

    @Test
    void whoIsOvertakenBringsBothTogetherAndSendsAgain() {
        var hasty = new Words() {
            @Override
            public synchronized Optional<Setting> settle(Optional<Setting> newest) {
                var made = super.settle(newest);
                if (seenBefore() < 2) {
                    cloud.set("words", "from the owner " + seenBefore());
                }
                return made;
            }

            private int seenBefore() {
                return cloud.versions("words").size();
            }
        };
        hasty.write("mine");
        station.settings.set(0, hasty);
        station.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> hasty.text().startsWith("from the owner"));
        eventually(() -> hasty.version() == 2);
    }

    @Test
    void withTheCloudOutOfReachASettingIsNotAskedForAndChangesWait() {
        words.write("mine");
        var replicator = station.connect(URI.create("http://127.0.0.1:1"), FakeCloud.CODE);
        eventually(() -> replicator.status().state() instanceof ReplicationState.Waiting);
        assertThat(words.seen).isEmpty();
        station.connect(cloud.address(), FakeCloud.CODE);
        eventually(() -> cloud.versions("words").equals(List.of("mine")));
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
