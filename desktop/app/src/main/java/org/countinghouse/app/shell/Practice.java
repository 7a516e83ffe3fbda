package org.countinghouse.app.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.EntryGivenBefore;
import org.countinghouse.ledger.EntryStore;
import org.countinghouse.ledger.History;
import org.countinghouse.ledger.entry.Entry;

/// A ledger in memory to practise on. It begins with the shop, its people and its tills, and with no cash
/// anywhere: a cashier who closed a copy of the real shift would read there what the real count must not know.
final class Practice implements EntryStore {
    private final Books books;
    private final List<Entry> entries = new ArrayList<>();
    private final History history = History.in(entries);

    Practice(Books.Snapshot real) {
        this.books = Books.of(real.withoutCash());
    }

    @Override
    public List<Entry> append(Draft draft) {
        if (contains(draft.ids().getFirst())) {
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
            books.apply(entry);
            entries.add(entry);
            written.add(entry);
        }
        return written;
    }

    @Override
    public Books books() {
        return books;
    }

    @Override
    public boolean contains(UUID id) {
        return find(id).isPresent();
    }

    /// What was sold in earnest cannot be refunded in practice.
    @Override
    public Optional<Entry> find(UUID id) {
        return history.find(id);
    }

    @Override
    public long refunded(UUID sale) {
        return history.refunded(sale);
    }

    @Override
    public boolean isCorrected(UUID id) {
        return history.isCorrected(id);
    }

    @Override
    public Optional<Instant> lastRecordedAt() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.getLast().recordedAt());
    }

    /// What was practised so far, the oldest first.
    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
