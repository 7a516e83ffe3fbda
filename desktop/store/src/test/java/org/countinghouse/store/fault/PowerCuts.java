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
    Outcome cut(int states, long seed) throws IOException {
        var random = new Random(seed);
        var disk = new Disk(root, random);
        var places = places(states / STATES_OF_A_CUT, random);
        var findings = new ArrayList<String>();
        long acknowledged = -1;
        int opened = 0;
        int unbegun = 0; System.out.println("events " + recording.events().size());
        for (int i = 0; i < recording.events().size(); i++) {
            var event = recording.events().get(i);
            disk.apply(event);
            if (event instanceof Acknowledged(long order)) {
                acknowledged = order;
            }
            for (int each = 0; each < places.getOrDefault(i, 0) * STATES_OF_A_CUT; each++) {
                Path state = Files.createDirectory(scratch.resolve("state-" + opened));
                disk.cut(state);
                var found = look(state.resolve(root.relativize(folder)), acknowledged);
                if (!found.isEmpty() && acknowledged < 0) {
                    unbegun++;
                } else if (!found.isEmpty()) {
                    findings.add("seed " + seed + ", state " + opened + ", after event " + i + ": " + found);
                }
                remove(state);
                opened++;
            }
        }
        return new Outcome(opened, unbegun, findings);
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
            var findings = audit.look(shop, acknowledged);
            if (findings.isEmpty()) {
                long next = audit.written() + 1;
                shop.give(Orders.id(next), Orders.command(next, shop.journal.books()));
                findings = audit.look(shop, next);
            }
            return findings;
        } catch (JournalUnavailable e) {
            return List.of("refused: " + e.getMessage());
        } catch (RuntimeException e) {
            return List.of("a fault nobody expected: " + e);
        }
    }

    private static void remove(Path folder) throws IOException {
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
