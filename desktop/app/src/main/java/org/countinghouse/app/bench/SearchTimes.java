package org.countinghouse.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.countinghouse.app.shell.Workplace;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.till.SaleMade;
import org.countinghouse.store.search.Findable;
import org.countinghouse.store.search.SearchIndex;
import org.countinghouse.store.search.Wanted;
import org.countinghouse.store.search.Wording;

/// How long somebody waits for a receipt among those of years, and what a sale notices of the index.
final class SearchTimes {
    private static final int SHOWN = 8;
    private static final int TIMES = 20;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long BYTES_PER_MEGABYTE = 1L << 20;
    private static final double MICROS_PER_MILLI = 1_000;

    private SearchTimes() {}

    /// @param folder a place on the same disk
    /// @param sale one more sale at this station
    static void print(Path folder, Workplace stage, int sales, Runnable sale) throws IOException {
        Files.createDirectories(folder);
        try (var index = new SearchIndex(folder, stage.reader(), new ManyItems())) {
            var alone = new Timings("durable cash sale, no index");
            var beside = new Timings("the same while an index follows");
            alone.round(sales, sale);
            long start = System.nanoTime();
            var following = CompletableFuture.runAsync(index::follow);
            beside.round(sales, sale);
            following.join();
            System.out.printf(
                    "index: %,d entries taken in in %d s, %d MB%n",
                    stage.reader().lastSequence(),
                    (System.nanoTime() - start) / NANOS_PER_SECOND,
                    Files.size(folder.resolve("search.db")) / BYTES_PER_MEGABYTE);
            System.out.printf("%-36s %10.1f %10.1f us%n", alone.name(), alone.micros(50), alone.micros(99));
            System.out.printf("%-36s %10.1f %10.1f us%n", beside.name(), beside.micros(50), beside.micros(99));
            for (String typed :
                    List.of("កាហ្វេ", "coffee", "7.70", "num pang 1234", "399999", "ត្រ", "no such item", "ក", "zz")) {
                print(index, typed);
            }
        }
    }

    private static void print(SearchIndex index, String typed) {
        var wanted = new Wanted(Findable.Kind.RECEIPT, Wanted.terms(typed), Optional.empty(), 0, SHOWN);
        int found = index.find(wanted).sequences().size();
        var times = new Timings("search \"" + typed + "\", " + found + " found");
        times.round(TIMES, () -> index.find(wanted));
        System.out.printf(
                "%-36s %10.2f %10.2f ms%n",
                times.name(), times.micros(50) / MICROS_PER_MILLI, times.micros(99) / MICROS_PER_MILLI);
    }

    /// The ledger sells the same over and over; its receipts are found as if they were of a shop's list.
    private static final class ManyItems implements Wording {
        private static final List<String> ITEMS = List.of(
                "Iced coffee with milk\nកាហ្វេទឹកដោះគោទឹកកក",
                "Num pang with pork\nនំប៉័ងសាច់ជ្រូក",
                "Croissant\nក្រូសង់",
                "Sugar cane juice\nទឹកអំពៅ",
                "Rice with fish\nបាយត្រីចៀន",
                "Iced tea\nតែទឹកកក",
                "Butter cake\nនំខេកប៊ឺ");
        private static final long MIX = 2_654_435_761L;
        private static final int PRICES = 997;

        @Override
        public Optional<Findable> of(Entry entry) {
            if (!(entry.fact() instanceof SaleMade)) {
                return Optional.empty();
            }
            long mixed = entry.sequence() * MIX >>> 8;
            long cents = mixed % PRICES;
            return Optional.of(new Findable(
                    Findable.Kind.RECEIPT,
                    "Receipt " + entry.sequence() + "\nបង្កាន់ដៃ " + entry.sequence() + "\n"
                            + ITEMS.get((int) (mixed % ITEMS.size())) + "\n"
                            + ITEMS.get((int) (mixed / ITEMS.size() % ITEMS.size())) + "\n"
                            + cents / 100 + "." + cents / 10 % 10 + cents % 10 + " USD\n"
                            + entry.actor() + "\n" + entry.recordedAt()));
        }

        @Override
        public String version() {
            return "bench";
        }
    }
}
