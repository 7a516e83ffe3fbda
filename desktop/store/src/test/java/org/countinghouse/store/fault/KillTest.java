package org.countinghouse.store.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countinghouse.store.TestShop;
import org.countinghouse.store.fault.Trader.Manner;
import org.countinghouse.store.fault.Trader.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A station's program is killed with `kill -9` again and again, in the middle of whatever it does: starting,
/// recovering from the kill before, writing, telling. What it had acknowledged is there once.
class KillTest {
    /// Ledgers one program writes to, each on a thread of its own: a kill finds each somewhere else. A Java program
    /// takes a second to start; this way eight ledgers die of it, and of those are so many.
    private static final int COUNTERS = 8;

    private static final int KILLS = Size.of(1_000, 10_000);
    private static final int KILLS_OF_A_LEDGER = 25;

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
        int shops = Math.max(1, KILLS / COUNTERS / KILLS_OF_A_LEDGER);
        var lives = new ArrayList<Callable<Long>>();
        for (int i = 0; i < shops; i++) {
            var shop = new Shop(folder, Manner.HONEST, i);
            lives.add(() -> shop.killed(KILLS_OF_A_LEDGER));
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
                "kill -9: %,d times, %,d ledgers in use died, of %d; %,d orders acknowledged, each there once; %d s%n",
                shops * KILLS_OF_A_LEDGER,
                shops * KILLS_OF_A_LEDGER * COUNTERS,
                shops * COUNTERS,
                orders,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
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
        var shop = new Shop(folder, manner, 1);
        for (int i = 0; i < KILLS_UNTIL_CAUGHT; i++) {
            var findings = shop.killedOnce();
            if (!findings.isEmpty()) {
                return String.join("; ", findings);
            }
        }
        return "not in " + KILLS_UNTIL_CAUGHT + " kills";
    }

    /// A shop whose counters are worked by one program, and the programs that died there.
    private static final class Shop {
        private static final int MOST_ORDERS = 12 * COUNTERS;
        private static final int LONGEST_LINGER_MICROS = 2_000;
        private static final int ONE_IN_SO_MANY_DIES_STARTING = 6;
        private static final int LONGEST_START_MILLIS = 1_000;
        private static final long LIMIT_SECONDS = 30;

        private final Manner manner;
        private final Random random;
        private final long seed;
        private final Map<String, Counter> counters = new LinkedHashMap<>();

        Shop(Path folder, Manner manner, long seed) {
            this.manner = manner;
            this.seed = seed;
            this.random = new Random(seed);
            for (int i = 0; i < COUNTERS; i++) {
                String name = "counter-" + seed + "-" + i;
                counters.put(name, new Counter(folder.resolve(name)));
            }
        }

        /// @return how many orders were acknowledged
        long killed(int times) throws IOException, InterruptedException {
            for (int i = 1; i <= times; i++) {
                assertThat(killedOnce()).as("after kill %d of shop %d", i, seed).isEmpty();
            }
            return counters.values().stream()
                    .mapToLong(counter -> counter.acknowledged + 1)
                    .sum();
        }

        List<String> killedOnce() throws IOException, InterruptedException {
            Process program = jvm.start(
                    Map.of(),
                    counters.values().stream()
                            .flatMap(counter ->
                                    Arrays.stream(counter.task(manner).arguments()))
                            .toArray(String[]::new));
            try {
                listen(program);
            } finally {
                program.destroyForcibly();
            }
            if (!program.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a killed program is still there");
            }
            return counters.values().stream().flatMap(Counter::findings).toList();
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
            int space = line.indexOf(' ');
            var counter = Objects.requireNonNull(counters.get(line.substring(0, space)), line);
            counter.acknowledged = Math.max(counter.acknowledged, Long.parseLong(line.substring(space + 1)));
        }

        private static void linger(long nanos) {
            long until = System.nanoTime() + nanos;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        }
    }

    /// One ledger, and what was heard of it.
    private static final class Counter {
        private final Path folder;
        private final Audit audit = new Audit();
        private long acknowledged = -1;

        Counter(Path folder) {
            this.folder = folder;
        }

        /// The last order is given again: whether its acknowledgement was heard is not for the program to know.
        Task task(Manner manner) {
            return new Task(folder, Math.max(acknowledged, 0), NO_END, NO_END, manner, Trader.STANDARD_OUTPUT, false);
        }

        Stream<String> findings() {
            try (var shop = new TestShop(folder)) {
                return audit.look(shop, acknowledged).stream().map(finding -> folder.getFileName() + ": " + finding);
            }
        }
    }
}
