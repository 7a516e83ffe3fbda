package org.countinghouse.ledger.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.EntryStore;
import org.countinghouse.ledger.entry.Entry;

/// Another store and nothing of its own: what extends it says only where it differs.
public abstract class StoreWrapper implements EntryStore {
    private final EntryStore store;

    protected StoreWrapper(EntryStore store) {
        this.store = store;
    }

    @Override
    public List<Entry> append(Draft draft) {
        return store.append(draft);
    }

    @Override
    public Books books() {
        return store.books();
    }

    @Override
    public boolean contains(UUID id) {
        return store.contains(id);
    }

    @Override
    public Optional<Entry> find(UUID id) {
        return store.find(id);
    }

    @Override
    public Optional<Instant> lastRecordedAt() {
        return store.lastRecordedAt();
    }

    @Override
    public long refunded(UUID sale) {
        return store.refunded(sale);
    }

    @Override
    public boolean isCorrected(UUID id) {
        return store.isCorrected(id);
    }
}
