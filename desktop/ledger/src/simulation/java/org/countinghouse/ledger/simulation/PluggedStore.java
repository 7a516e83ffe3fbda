package org.countinghouse.ledger.simulation;

import java.util.List;
import org.countinghouse.ledger.Draft;
import org.countinghouse.ledger.EntryStore;
import org.countinghouse.ledger.entry.Entry;

/// A store whose plug is pulled before a draft is durable, or after and before anybody hears of it.
final class PluggedStore extends StoreWrapper {
    enum Pull {
        NOT,
        BEFORE,
        AFTER
    }

    /// The machine is off. What was durable is; nobody was answered.
    static final class Off extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Off() {
            super("the plug was pulled", null, false, false);
        }
    }

    private Pull next = Pull.NOT;

    PluggedStore(EntryStore store) {
        super(store);
    }

    /// @param when at the next append
    void pull(Pull when) {
        next = when;
    }

    @Override
    public List<Entry> append(Draft draft) {
        if (next == Pull.BEFORE) {
            throw new Off();
        }
        var written = super.append(draft);
        if (next == Pull.AFTER) {
            throw new Off();
        }
        return written;
    }
}
