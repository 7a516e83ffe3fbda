package org.countinghouse.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KilledCloudTest {
    private static final int CYCLES = Integer.getInteger("countinghouse.cycles", 2);

    @Test
    void aCloudKilledInMidWorkLosesNothingItAcknowledgedAndDoublesNothing() throws Exception {
        var random = new Random(CYCLES);
        try (var cloud = new CloudProcess();
                var counter = new Counter("bakery", "counter-1", 7)) {
            counter.connect(cloud.address(), CloudRig.CODE);
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                cloud.start().awaitReady();
                long before = counter.acknowledgedSequence();
                while (counter.acknowledgedSequence() == before) {
                    counter.sell(random.nextInt(50));
                    Thread.sleep(random.nextInt(20));
                }
                counter.sell(random.nextInt(2_000));
                Thread.sleep(random.nextInt(200));
                cloud.kill();
                assertThat(cloud.isPostgresUp()).isTrue();
            }
            cloud.start().awaitReady();
            assertThat(counter.connect(cloud.address(), CloudRig.CODE).drain(CloudRig.LIMIT))
                    .isTrue();
            assertThat(CloudRig.stored(cloud.superuser(), counter.stream())).isEqualTo(counter.journal);
            assertThat(cloud.stop()).isZero();
            assertThat(cloud.isPostgresUp()).isFalse();
        }
    }

    @Test
    void aCloudHasItsFolderToItselfAndGoesWithItsParent() throws Exception {
        var parent = new ProcessBuilder("sleep", "600").start();
        try (var cloud = new CloudProcess().start("--with-parent=" + parent.pid())) {
            cloud.awaitReady();
            assertThat(wrongPasswordIsRefusedWith(cloud)).isEqualTo("28P01");
            secondOneIsRefused(cloud);
            parent.destroyForcibly();
            assertThat(cloud.await()).isZero();
            assertThat(cloud.isPostgresUp()).isFalse();
        }
    }

    private static void secondOneIsRefused(CloudProcess cloud) throws Exception {
        var second = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CloudMain.class.getName(),
                        "--data=" + cloud.data)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(second.getInputStream().readAllBytes(), UTF_8)).contains("another cloud runs in");
        assertThat(second.waitFor()).isEqualTo(1);
    }

    private static String wrongPasswordIsRefusedWith(CloudProcess cloud) throws Exception {
        var right = cloud.superuser();
        try (var connection = new DatabaseAddress(right.url(), right.user(), "wrong").connect()) {
            return "not at all";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
