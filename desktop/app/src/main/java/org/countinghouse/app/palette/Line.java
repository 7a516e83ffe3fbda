package org.countinghouse.app.palette;

import java.util.List;
import org.countinghouse.store.search.Folded;

/// A line of the palette.
sealed interface Line {
    /// The name of a group, above what was found of it.
    record Heading(Group group) implements Line {}

    /// @param title the parts of its title that were typed
    /// @param detail those of its detail
    record Found(Offer offer, List<Folded.Span> title, List<Folded.Span> detail) implements Line {}
}
