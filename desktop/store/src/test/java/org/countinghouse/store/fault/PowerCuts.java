package org.countinghouse.store.fault;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.store.TestShop;
import org.countinghouse.store.fault.Recording.Acknowledged;
import org.jspecify.annotations.Nullable;

/// Cuts the power at many places of a recording, opens what each cut left with the real ledger, and goes on trading.
final class PowerCuts {
    /// @param states how many were opened
    /// @param unbegun those of them where nothing had been acknowledged and the ledger asks for a person
    /// @param findings what was wrong, with the place that shows it again
    record Outcome(int states, int unbegun, List<String> findings) {}

    private static final int STATES_OF_A_CUT = 4;

    /// Of so many cuts one is anywhere; the others are at once after an acknowledgement, which is when it counts.
    private static final int ONE_ANYWHERE_IN = 2;

    /// So many states lie on the disk at once.
    private static final int AHEAD = 8;

    private static final long LIMIT_SECONDS = 60;

    private final Recording recording;
    private final Path root;
    private final Path folder;
    private final Path scratch;

    /// @param root the folder that was recorded
    /// @param folder the ledger's, below it
    /// @param scratch where to lay the states out
    PowerCuts(Recording recording, Path root, Path folder, Path scratch) {
        this.recording = recording;
        this.root = root;
        this.folder = folder;
        this.scratch = scratch;
    }

    /// @param seed the same seed cuts at the same places and leaves the same
    Outcome cut(int count, long seed) throws IOException {
        var random = new Random(seed);
        var disk = new Disk(root, random);
        var places = places(count / STATES_OF_A_CUT, random);
        var states = new ArrayList<State>();
        long acknowledged = -1;
        try (var lookers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (int i = 0; i < recording.events().size(); i++) {
                var event = recording.events().get(i);
                disk.apply(event);
                if (event instanceof Acknowledged(long order)) {
                    acknowledged = order;
                }
                for (int each = 0; each < places.getOrDefault(i, 0) * STATES_OF_A_CUT; each++) {
                    Path laid = Files.createDirectory(scratch.resolve("state-" + states.size()));
                    disk.cut(laid);
                    states.add(state(laid, i, acknowledged, lookers));
                    waitForAllBut(AHEAD, states);
                }
            }
            return outcome(states, seed);
        }
    }

    /// A state somebody looks at.
    private record State(int event, long acknowledged, Future<List<String>> findings) {}

    private State state(Path laid, int event, long acknowledged, ExecutorService lookers) {
        Path ledger = laid.resolve(root.relativize(folder));
        return new State(event, acknowledged, lookers.submit(() -> {
            var findings = look(ledger, acknowledged);
            remove(laid);
            return findings;
        }));
    }

    private static void waitForAllBut(int few, List<State> states) {
        if (states.size() > few) {
            found(states.get(states.size() - 1 - few));
        }
    }

    private static Outcome outcome(List<State> states, long seed) {
        var findings = new ArrayList<String>();
        int unbegun = 0;
        for (int i = 0; i < states.size(); i++) {
            State state = states.get(i);
            var found = found(state);
            if (!found.isEmpty() && state.acknowledged < 0) {
                unbegun++;
            } else if (!found.isEmpty()) {
                findings.add("seed " + seed + ", state " + i + ", after event " + state.event + ": " + found);
            }
        }
        return new Outcome(states.size(), unbegun, findings);
    }

    private static List<String> found(State state) {
        try {
            return state.findings.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("a ledger that hangs, after event " + state.event, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// How many cuts fall behind an event.
    private TreeMap<Integer, Integer> places(int cuts, Random random) {
        var acknowledgements = new ArrayList<Integer>();
        for (int i = 0; i < recording.events().size(); i++) {
            if (recording.events().get(i) instanceof Acknowledged) {
                acknowledgements.add(i);
            }
        }
        var places = new TreeMap<Integer, Integer>();
        for (int i = 0; i < cuts; i++) {
            boolean anywhere = random.nextInt(ONE_ANYWHERE_IN) == 0;
            int place = anywhere
                    ? random.nextInt(recording.events().size())
                    : acknowledgements.get(random.nextInt(acknowledgements.size()));
            places.merge(place, 1, Integer::sum);
        }
        return places;
    }

    private static List<String> look(Path folder, long acknowledged) {
        try (var shop = new TestShop(folder)) {
            var audit = new Audit();
            var findings = audit.entries(shop, acknowledged);
            if (!findings.isEmpty()) {
                return findings;
            }
            long next = audit.written() + 1;
            shop.give(Orders.id(next), Orders.command(next, shop.journal.books()));
            return audit.look(shop, next);
        } catch (JournalUnavailable e) {
            return List.of("refused: " + e.getMessage());
        } catch (RuntimeException e) {
            return List.of("a fault nobody expected: " + e);
        }
    }

    static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException fault) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
