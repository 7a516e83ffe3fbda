package org.countinghouse.app.catalogue;

import org.countinghouse.app.shell.Catalogue.Listed;

/// A line of the page: the item as it will be once all changes are written.
///
/// @param changed whether it is not written yet
record ItemRow(Listed listed, boolean changed) {
    String word() {
        return listed.item().item();
    }
}
