package org.countinghouse.ledger;

import java.util.UUID;

/// An entry with this id is in the store already: the order was given before, and must be answered as it was then.
public final class EntryGivenBefore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EntryGivenBefore(UUID id) {
        // An answer and no fault: where it comes from says nothing.
        super("entry " + id + " was given before", null, false, false);
    }
}
