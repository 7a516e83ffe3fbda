package org.countinghouse.store.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.countinghouse.store.TestShop;
import org.countinghouse.store.fault.Trader.Manner;
import org.countinghouse.store.fault.Trader.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A station's program is killed with `kill -9` again and again, in the middle of whatever it does: starting,
/// recovering from the kill before, writing, telling. What it had acknowledged is there once.
@EnabledIfSystemProperty(named = "long", matches = ".*")
class KillTest {
    private static final int KILLS = Size.of(1_000, 10_000);

    /// So many kills in one ledger, then another is begun.
    private static final int KILLS_OF_A_LEDGER = 125;

    private static final int KILLS_UNTIL_CAUGHT = 40;
    private static final long NO_END = Long.MAX_VALUE / 2;

    @TempDir
    private static Path home;

    private static Jvm jvm;

    @TempDir(factory = InMemory.class)
    private Path folder;

    @BeforeAll
    static void aFirstRunIsRemembered() throws IOException, InterruptedException {
        jvm = new Jvm(Files.createDirectory(home.resolve("program")), Trader.class);
        var task = new Task(
                home.resolve("first"), 0, 2 * Orders.DAY, Orders.DAY, Manner.HONEST, Trader.STANDARD_OUTPUT, false);
        jvm.learn(task.arguments());
    }

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereOnce() throws InterruptedException {
        int ledgers = KILLS / KILLS_OF_A_LEDGER;
        var lives = new ArrayList<Callable<Long>>();
        for (int i = 0; i < ledgers; i++) {
            var life = new Life(folder.resolve("ledger-" + i), Manner.HONEST, i);
            lives.add(() -> life.killed(KILLS_OF_A_LEDGER));
        }
        long begun = System.nanoTime();
        long orders = 0;
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Long> life : threads.invokeAll(lives)) {
                orders += life.get();
            }
        } catch (ExecutionException e) {
            fail("a ledger did not survive", e.getCause());
        }
        System.out.printf(
                "kill -9: %,d kills of %d ledgers, %,d orders acknowledged, each there once; %d s%n",
                KILLS, ledgers, orders, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
        assertThat(orders).isGreaterThan(KILLS);
    }

    @Test
    void aProgramThatAcknowledgesBeforeItWritesIsCaught() throws Exception {
        assertThat(caught(Manner.HASTY)).contains("was acknowledged and is not there");
    }

    @Test
    void aProgramThatTriesAgainUnderAnotherIdIsCaught() throws Exception {
        assertThat(caught(Manner.FORGETFUL)).contains("is there 2 times");
    }

    private String caught(Manner manner) throws Exception {
        var life = new Life(folder, manner, 1);
        for (int i = 0; i < KILLS_UNTIL_CAUGHT; i++) {
            var findings = life.killedOnce();
            if (!findings.isEmpty()) {
                return String.join("; ", findings);
            }
        }
        return "not in " + KILLS_UNTIL_CAUGHT + " kills";
    }

    /// One ledger and the programs that died on it.
    private static final class Life {
        private static final int MOST_ORDERS = 12;
        private static final int LONGEST_LINGER_MICROS = 2_000;
        private static final int ONE_IN_SO_MANY_DIES_STARTING = 6;
        private static final int LONGEST_START_MILLIS = 400;
        private static final long LIMIT_SECONDS = 30;

        private final Path folder;
        private final Manner manner;
        private final Random random;
        private final long seed;
        private final Audit audit = new Audit();
        private long acknowledged = -1;

        Life(Path folder, Manner manner, long seed) {
            this.folder = folder;
            this.manner = manner;
            this.seed = seed;
            this.random = new Random(seed);
        }

        /// @return how many orders were acknowledged
        long killed(int times) throws IOException, InterruptedException {
            for (int i = 1; i <= times; i++) {
                assertThat(killedOnce())
                        .as("after kill %d of ledger %d", i, seed)
                        .isEmpty();
            }
            return acknowledged + 1;
        }

        List<String> killedOnce() throws IOException, InterruptedException {
            // The last order is given again: whether its acknowledgement was heard is not for the program to know.
            var task =
                    new Task(folder, Math.max(acknowledged, 0), NO_END, NO_END, manner, Trader.STANDARD_OUTPUT, false);
            Process program = jvm.start(Map.of(), task.arguments());
            try {
                listen(program);
            } finally {
                program.destroyForcibly();
            }
            if (!program.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a killed program is still there");
            }
            try (var shop = new TestShop(folder)) {
                return audit.look(shop, acknowledged);
            }
        }

        private void listen(Process program) throws IOException, InterruptedException {
            boolean starting = random.nextInt(ONE_IN_SO_MANY_DIES_STARTING) == 0;
            int orders = starting ? 0 : 1 + random.nextInt(MOST_ORDERS);
            try (var lines = program.inputReader(StandardCharsets.US_ASCII)) {
                for (int i = 0; i < orders; i++) {
                    String line = lines.readLine();
                    if (line == null) {
                        throw new IllegalStateException("the program ended by itself");
                    }
                    hear(line);
                }
                if (starting) {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_START_MILLIS));
                } else {
                    linger(TimeUnit.MICROSECONDS.toNanos(random.nextInt(LONGEST_LINGER_MICROS)));
                }
                // By its handle: the process's own method would close what it said before it died, which counts.
                program.toHandle().destroyForcibly();
                lines.lines().forEach(this::hear);
            }
        }

        private void hear(String line) {
            acknowledged = Math.max(acknowledged, Long.parseLong(line));
        }

        private static void linger(long nanos) {
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        }
    }
}
