package org.countinghouse.app.catalogue;

import java.util.Optional;
import org.countinghouse.app.shell.Catalogue.Listed;
import org.countinghouse.ledger.catalogue.ItemSet;

/// What somebody wants an item to be; nothing of it is written yet.
///
/// @param seen what it was changed from; empty for a new item
record ItemChange(Optional<Listed> seen, ItemSet wanted) {
    String word() {
        return wanted.item();
    }

    ItemChange from(Optional<Listed> now) {
        return new ItemChange(now, wanted);
    }
}
