package org.countinghouse.app.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Drafts that last as long as the station's process: enough for training.
public final class MemoryDrafts implements CountDrafts {
    private final Map<CountDraft.Of, CountDraft> drafts = new HashMap<>();

    @Override
    public synchronized Optional<CountDraft> kept(CountDraft.Of of) {
        return Optional.ofNullable(drafts.get(of));
    }

    @Override
    public synchronized void keep(CountDraft draft) {
        drafts.put(draft.of(), draft);
    }

    @Override
    public synchronized void drop(CountDraft.Of of) {
        drafts.remove(of);
    }

    synchronized List<CountDraft> all() {
        return List.copyOf(drafts.values());
    }
}
