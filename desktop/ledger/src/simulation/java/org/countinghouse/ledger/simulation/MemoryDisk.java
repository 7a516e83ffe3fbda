package org.countinghouse.ledger.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.EntryGivenBefore;
import org.countinghouse.ledger.EntryStore;
import org.countinghouse.ledger.correction.CorrectionMade;
import org.countinghouse.ledger.entry.Entry;
import org.countinghouse.ledger.till.RefundMade;

/// A list that is appended to whole drafts at a time, with a chain over its entries and read tables beside them.
/// Starts from the tables and from the entries in turns: both must say the same.
public class MemoryDisk implements Disk {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Long> chain = new ArrayList<>();
    private final Map<UUID, Entry> byId = new HashMap<>();
    private final Map<UUID, Long> refunded = new HashMap<>();
    private final Set<UUID> corrected = new HashSet<>();
    private final Tables tables = new Tables();
    private boolean startFromTables;

    public MemoryDisk() {}

    /// A disk that holds these.
    MemoryDisk(List<Entry> held) {
        var books = new Books();
        for (Entry entry : held) {
            tables.write(entry, books.apply(entry));
            keep(entry);
        }
    }

    @Override
    public EntryStore start() {
        startFromTables = !startFromTables;
        return new MemoryStore(startFromTables ? Books.of(tables.snapshot(entries.size())) : fold(entries));
    }

    static Books fold(List<Entry> entries) {
        var books = new Books();
        entries.forEach(books::apply);
        return books;
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public String damage() {
        long hash = 0;
        for (int i = 0; i < entries.size(); i++) {
            hash = link(hash, entries.get(i));
            if (hash != chain.get(i)) {
                return "the chain breaks at entry " + (i + 1);
            }
        }
        var stored = Books.of(tables.snapshot(entries.size())).snapshot();
        var rebuilt = fold(entries).snapshot();
        return stored.equals(rebuilt) ? "" : "the tables say " + stored + ", the entries " + rebuilt;
    }

    private static long link(long previous, Entry entry) {
        return (previous ^ entry.hashCode()) * 0x9E3779B97F4A7C15L;
    }

    /// The store of one run of the program.
    private final class MemoryStore implements EntryStore {
        private final Books books;

        MemoryStore(Books books) {
            this.books = books;
        }

        @Override
        public List<Entry> append(Draft draft) {
            if (byId.containsKey(draft.ids().getFirst())) {
                throw new EntryGivenBefore(draft.ids().getFirst());
            }
            var written = new ArrayList<Entry>();
            for (int i = 0; i < draft.facts().size(); i++) {
                var entry = new Entry(
                        books.lastSequence() + 1,
                        draft.ids().get(i),
                        draft.recordedAt(),
                        draft.businessDate(),
                        draft.shift(),
                        draft.actor(),
                        draft.approver(),
                        draft.facts().get(i));
                tables.write(entry, books.apply(entry));
                written.add(entry);
            }
            written.forEach(MemoryDisk.this::keep);
            return List.copyOf(written);
        }

        @Override
        public Books books() {
            return books;
        }

        @Override
        public boolean contains(UUID id) {
            return byId.containsKey(id);
        }

        @Override
        public Optional<Entry> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        @Override
        public Optional<Instant> lastRecordedAt() {
            return entries.isEmpty()
                    ? Optional.empty()
                    : Optional.of(entries.getLast().recordedAt());
        }

        @Override
        public long refunded(UUID sale) {
            return refunded.getOrDefault(sale, 0L);
        }

        @Override
        public boolean isCorrected(UUID id) {
            return corrected.contains(id);
        }
    }

    private void keep(Entry entry) {
        chain.add(link(chain.isEmpty() ? 0 : chain.getLast(), entry));
        entries.add(entry);
        byId.put(entry.id(), entry);
        switch (entry.fact()) {
            case RefundMade refund -> add(refund, refund.value().minorUnits());
            case CorrectionMade made -> {
                corrected.add(made.corrects());
                if (byId.get(made.corrects()).fact() instanceof RefundMade refund) {
                    add(refund, -refund.value().minorUnits());
                }
            }
            default -> {}
        }
    }

    private void add(RefundMade refund, long minorUnits) {
        refund.sale().ifPresent(sale -> refunded.merge(sale, minorUnits, Math::addExact));
    }
}
