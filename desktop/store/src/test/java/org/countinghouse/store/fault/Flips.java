package org.countinghouse.store.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.countinghouse.store.JournalUnavailable;
import org.countinghouse.store.TestShop;
import org.countinghouse.store.Verification;

/// Turns bits in a file of a station's folder, one at a time and each in a folder of its own, and looks whether
/// anybody notices who should.
final class Flips {
    /// What came of a turned bit.
    enum Effect {
        /// The station does not start, and says why.
        REFUSED,
        /// It starts; going through the ledger names what is wrong.
        FOUND,
        /// All that was acknowledged is there, every sum is right, and the station goes on.
        HARMLESS,
        /// Anything else.
        UNNOTICED
    }

    /// @param findings of what was unnoticed, where
    record Outcome(Map<Effect, Integer> effects, List<String> findings) {}

    private static final long LIMIT_SECONDS = 60;
    private static final int AHEAD = 8;

    private final Path prepared;
    private final Path scratch;
    private final UnaryOperator<Path> start;
    private final long acknowledged;

    /// @param prepared a station's folder that nobody has open, or another it is made of
    /// @param start makes the station's folder of a copy of that
    /// @param acknowledged the last order
    Flips(Path prepared, Path scratch, UnaryOperator<Path> start, long acknowledged) {
        this.prepared = prepared;
        this.scratch = scratch;
        this.start = start;
        this.acknowledged = acknowledged;
    }

    /// @param seed the same seed turns the same bits
    Outcome turn(String file, int times, long seed) throws IOException {
        byte[] whole = Files.readAllBytes(prepared.resolve(file));
        var random = new Random(seed);
        var effects = new HashMap<Effect, Integer>();
        var findings = new ArrayList<String>();
        try (var lookers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var looks = new ArrayList<Future<List<String>>>();
            for (int i = 0; i < times; i++) {
                looks.add(look(file, whole, random.nextInt(whole.length), random.nextInt(Byte.SIZE), lookers));
                if (i >= AHEAD) {
                    found(looks.get(i - AHEAD));
                }
            }
            for (var look : looks) {
                var found = found(look);
                effects.merge(Effect.valueOf(found.getFirst()), 1, Integer::sum);
                if (found.getFirst().equals(Effect.UNNOTICED.name())) {
                    findings.add("seed " + seed + ", " + file + ", " + found);
                }
            }
        }
        return new Outcome(effects, findings);
    }

    private Future<List<String>> look(String file, byte[] whole, int place, int bit, ExecutorService lookers)
            throws IOException {
        Path folder = Files.createTempDirectory(scratch, file);
        Trial.copyInto(prepared, folder);
        byte[] turned = whole.clone();
        turned[place] ^= (byte) (1 << bit);
        Files.write(folder.resolve(file), turned);
        return lookers.submit(() -> {
            var said = new ArrayList<String>();
            Effect effect = effect(folder, said);
            PowerCuts.remove(folder);
            said.addFirst("byte " + place + ", bit " + bit);
            said.addFirst(effect.name());
            return said;
        });
    }

    private static List<String> found(Future<List<String>> look) {
        try {
            return look.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            return List.of(Effect.UNNOTICED.name(), "it hangs");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Effect effect(Path folder, List<String> said) {
        try (var shop = new TestShop(start.apply(folder))) {
            Verification verification = shop.verify();
            if (!(verification instanceof Verification.Whole)) {
                return Effect.FOUND;
            }
            var audit = new Audit();
            said.addAll(audit.entries(shop, acknowledged));
            for (long order = 0; order <= acknowledged && said.isEmpty(); order++) {
                if (!shop.journal.contains(Orders.id(order))) {
                    said.add("order " + order + " would be written again");
                }
            }
            if (said.isEmpty()) {
                Trader.give(shop, acknowledged + 1, Orders.id(acknowledged + 1));
                said.addAll(audit.look(shop, acknowledged + 1));
            }
            return said.isEmpty() ? Effect.HARMLESS : Effect.UNNOTICED;
        } catch (JournalUnavailable e) {
            boolean clear = e.getMessage() != null && !e.getMessage().isBlank();
            return clear ? Effect.REFUSED : Effect.UNNOTICED;
        } catch (RuntimeException e) {
            said.add("a fault nobody expected: " + e + " at "
                    + List.of(e.getStackTrace()).subList(0, 3));
            return Effect.UNNOTICED;
        }
    }
}
